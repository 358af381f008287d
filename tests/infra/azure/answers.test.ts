import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRIVACY } from '#domain/all/privacy.ts';
import { KEPT_DAYS } from '#domain/privacy/retention.ts';
import { WHO_SEES } from '#domain/privacy/whoSees.ts';
import tab from '#tabs/words/en/tab.json' with { type: 'json' };

const read = (path: string): string => readFileSync(path, 'utf8');
const threats = read('infra/azure/THREATS.md');
const answers = read('infra/azure/ANSWERS.md');
const accessibility = read('infra/azure/ACCESSIBILITY.md');
const { kinds, who }: { kinds: Record<string, string>; who: { things: Record<string, string> } } =
  tab.privacy;

/** A table of the page, as it has to stand there. */
const tableOf = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const seen = tableOf(
  ['of me', 'my partner', 'whoever runs the programme', 'its sponsor'],
  WHO_SEES.map(({ thing, partner, champion, sponsor }) => [
    who.things[thing] ?? '',
    partner,
    champion,
    sponsor,
  ]),
);

/** What people are not shown as such, since it is not theirs alone. */
const BESIDE: Record<string, string> = {
  ...{ slot: 'Places of your capacity', panel: 'The question on screen in a meeting', cohort: 'A programme' },
  ...{
    erasing: 'How far your erasing is',
    outbox: 'What waits to be told to you',
    run: 'A round on its way',
  },
  ...{ import: 'A file of people on its way in', importpart: 'Its lines', round: 'A round' },
  ...{ audience: 'To whom an announcement goes', replyref: 'Where your reply stands' },
  ...{ proposal: 'Whom a round would have you meet', leftout: 'That a round had nobody for you, and why' },
  ...{ wish: 'Whom a champion wants you to meet, or not', seen_press: 'The last button of a chat' },
  unsaid: 'What the bot says next, until it is said',
  ...{ oid: 'How your account finds you', mail: 'How your address finds you' },
};
const NAMED: Record<string, string> = {
  ...{ 'pairs pair': 'pairing', 'cohorts pair': 'pairing', 'deliveries person': 'delivery' },
};

function nameOf(table: string, kind: string): string {
  return kinds[NAMED[`${table} ${kind}`] ?? kind] ?? BESIDE[kind] ?? '';
}

/** Under whose name a kind stands on the page of somebody's data, or why it says nothing of anybody. */
const kept = Object.entries(PRIVACY).flatMap(([table, entries]) =>
  Object.entries(entries).map(([kind, entry]) => [
    table,
    `\`${kind}\``,
    'because' in entry ? `of nobody: ${entry.because}` : nameOf(table, kind),
  ]),
);

/** Files of tests and titles in them, as a page names them. */
const testsIn = (page: string): [file: string, title: string][] =>
  [...page.matchAll(/`(tests\/[^`]+)` › ([^|]+?) \|/g)].map(([, file = '', title = '']) => [file, title]);

describe('the page of threats', () => {
  const named = testsIn(threats);

  it('has a test for each of its lines', () => {
    const table = threats.slice(threats.indexOf('| who |'), threats.indexOf('**Not stopped'));
    expect(table.trim().split('\n')).toHaveLength(named.length + 2);
    expect(named.length).toBeGreaterThan(20);
  });

  it.each(named)('leads to a test that is there: %s › %s', (file, title) => {
    expect(existsSync(file)).toBe(true);
    expect(read(file)).toContain(title);
  });

  it('would miss one that is not', () => {
    expect(testsIn('| a | b | c | `tests/no.test.ts` › is not there |')).toEqual([
      ['tests/no.test.ts', 'is not there'],
    ]);
  });
});

describe('the accessibility statement', () => {
  const named = testsIn(accessibility);

  it('has something that shows it for each of its claims', () => {
    const table = accessibility.slice(
      accessibility.indexOf('| what |'),
      accessibility.indexOf('## What is not met'),
    );
    expect(table.trim().split('\n')).toHaveLength(named.length + 2);
    expect(named.length).toBeGreaterThan(12);
  });

  it.each(named)('leads to what is there: %s › %s', (file, title) => {
    expect(existsSync(file)).toBe(true);
    expect(read(file)).toContain(title);
  });
});

describe('the answers for works council and data protection', () => {
  it('say who sees what as the app itself does', () => expect(answers).toContain(seen));

  /** `vitest -u` writes it anew. */
  it('lead to every kind of row there is, each in words', async () => {
    expect(kept.filter(([, , what]) => what === '').map(([, kind]) => kind)).toEqual([]);
    const page = `# What is kept, by kind of row\n\n${tableOf(['table', 'kind of row', 'what it is'], kept)}\n`;
    await expect(page).toMatchFileSnapshot('../../../infra/azure/HELD.md');
  });

  it('say how long people are kept as the code does', () => {
    expect(answers).toContain(`\`RETENTION_DAYS\` (${KEPT_DAYS} unless you say otherwise, 30 to 3650)`);
  });
});
