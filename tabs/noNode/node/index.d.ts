// A library that asks for Node's types (teamsfx does) gets none here: a tab runs in a browser.
export {};
