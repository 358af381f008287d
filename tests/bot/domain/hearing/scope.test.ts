import { describe, expect, it } from 'vitest';
import { hearByNames, lexicon } from '#domain/hearing/byNames.ts';
import { namesIn } from '#domain/hearing/naming/names.ts';
import { standsOf } from '#domain/hearing/naming/scope.ts';
import { clausesOf } from '#domain/hearing/text/clauses.ts';

/** Each topic named in a text with how it is meant: "golf:denied tennis:meant". */
function standsIn(text: string): string {
  const clauses = lexicon().rejoin(clausesOf(text));
  const names = namesIn(clauses, text, lexicon());
  const stands = standsOf(names, clauses);
  return names.map(({ topic }, n) => `${topic}:${stands[n]}`).join(' ');
}

describe('how a name is meant', () => {
  it.each([
    ['less golf and more tennis', 'golf:denied tennis:meant'],
    ['more tennis than golf these days', 'tennis:meant golf:denied'],
    ['I prefer tennis to golf', 'tennis:meant golf:denied'],
    ["I left Excel behind years ago, now it's Python", 'excel:denied python:meant'],
    ['leave SAP to others, I do Power BI', 'sap:denied dashboards:meant'],
    ['Excel is for others, I do SQL', 'excel:denied sql:meant'],
    [
      'too much blockchain talk already, tell me about cyber security',
      'blockchain:denied cybersecurity:meant',
    ],
    ['I have no use for blockchain', 'blockchain:denied'],
    ['Excel I gladly leave to others', 'excel:denied'],
    ['golf is of no interest to me', 'golf:denied'],
    ["I couldn't care less about golf", 'golf:denied'],
    ["I've got remote work figured out, thanks", 'remoteWork:unclear'],
    ['Excel is well covered, thanks', 'excel:unclear'],
    ["don't need Excel training", 'excel:denied'],
    ["anything as long as it isn't golf", 'golf:denied'],
    ["as long as it's not about golf", 'golf:denied'],
    ['I used to play football but now I run', 'football:denied'],
    ["cooking isn't really my thing", 'cooking:denied'],
    ['golf bores me to tears', 'golf:denied'],
    ['my husband does the cooking, I do the gardening', 'cooking:unclear gardening:meant'],
    ['everybody says AI but what I want is cyber security', 'ai:unclear cybersecurity:meant'],
    ['enough about AI', 'ai:denied'],
    ['AI? please no', 'ai:unclear'],
    ['Excel? no. Python? yes', 'excel:denied python:meant'],
    ['I thought about SAP first, but Excel is more useful', 'sap:unclear excel:meant'],
    ['was going to say yoga but honestly hiking', 'yoga:unclear hiking:meant'],
    ['first I wrote golf, it should say tennis', 'golf:unclear tennis:meant'],
    ['typo: not SAP, SQL', 'sap:denied sql:meant'],
    ['SAP, I mean SQL', 'sap:unclear sql:meant'],
    ['SQL (not SAP)', 'sql:meant sap:denied'],
    ['cross that, Python not Excel', 'python:meant excel:denied'],
    ['change golf to tennis', 'golf:denied tennis:meant'],
    ['replace golf with tennis', 'golf:denied tennis:meant'],
    ['swap Excel for SQL please', 'excel:denied sql:meant'],
    ["I don't do Excel", 'excel:denied'],
    ["I'm no good at Excel", 'excel:lacking'],
    ['Excel is not something I can help with', 'excel:denied'],
    ['yoga is what my wife does, not me', 'yoga:unclear'],
    ["I can't stand football", 'football:denied'],
    ['football leaves me cold', 'football:denied'],
    ["let's drop SAP and go with Excel", 'sap:denied excel:meant'],
    ['on reflection not marketing, sales', 'digitalMarketing:denied sales:meant'],
    ['marketing. hmm. sales instead', 'digitalMarketing:unclear sales:meant'],
    ['marketing... actually sales', 'digitalMarketing:unclear sales:meant'],
    ['Budgets. Wait no. Pricing.', 'budgets:denied pricing:meant'],
    ['Budgets! err I mean pricing', 'budgets:unclear pricing:meant'],
    ['I said chess but I meant checkers and hiking', 'boardGames:unclear hiking:meant'],
    ["I'm over blockchain", 'blockchain:denied'],
    ['done with social media', 'socialMedia:denied'],
    ["I've had it with AI", 'ai:denied'],
    ['no interest in football whatsoever', 'football:denied'],
    ['zero interest in golf', 'golf:denied'],
    ['not that I care about football, but running yes', 'football:denied running:meant'],
    ["don't talk to me about golf", 'golf:denied'],
    ['please no golf talk', 'golf:denied'],
    ['cooking I can do without', 'cooking:denied'],
    ["I'd skip AI", 'ai:denied'],
    ['no need for Excel help', 'excel:denied'],
    ['Excel help is not needed', 'excel:denied'],
    ['apart from football I like tennis', 'football:denied tennis:meant'],
    ['tennis, apart from that nothing', 'tennis:unclear'],
    ['everything except sport', 'fitness:denied'],
  ])('%s → %s', (text, stands) => {
    expect(standsIn(text)).toBe(stands);
  });
});

describe('a topic that is denied by one name', () => {
  it('is only offered by another, and never kept in the words that were denied', () => {
    const { noted, offered, denied, own } = hearByNames('not badminton: squash', 'interests');
    expect([noted, denied, own]).toEqual([[], [], '']);
    expect(offered.map(({ topic }) => topic)).toEqual(['tennis']);
  });
});
