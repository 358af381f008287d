/** `namespace:key` and its values in; a sentence in the reader's language out. Values are text, never markup. */
export type Words = (key: string, values?: Record<string, string | number>) => string;
