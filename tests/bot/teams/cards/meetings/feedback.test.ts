import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { settledCardFor } from '#teams/cards/settled.ts';
import {
  contentOf,
  type Node,
  nodesOf,
  noticeOf,
  reader,
  settledWith,
  words,
} from '#tests/bot/teams/cards/everyCard.ts';

const nodesIn = (kind: 'feedback' | 'met' | 'didYouMeet'): Node[] => [
  ...nodesOf(contentOf(cardFor(noticeOf(kind), words, reader))),
];
const given = settledWith('Clara').find((facts) => facts.kind === 'feedback' && facts.stands === 'given');
const thanks = (): Node[] => [
  ...nodesOf(contentOf(settledCardFor(given as NonNullable<typeof given>, words, reader))),
];
const tapsIn = (nodes: Node[]) =>
  nodes.filter(({ type }) => type === 'Column').map(({ selectAction }) => selectAction as Node | undefined);

describe('the card after a meeting', () => {
  it('is five faces with five words, from the least to the most; one tap sends', () => {
    const nodes = nodesIn('feedback');
    expect(
      tapsIn(nodes).map((tap) => [tap?.verb, (tap?.data as Node | undefined)?.worthTheHour, tap?.title]),
    ).toEqual([
      ['feedback.give', '1', 'Not at all'],
      ['feedback.give', '2', 'Not really'],
      ['feedback.give', '3', 'So-so'],
      ['feedback.give', '4', 'Yes'],
      ['feedback.give', '5', 'Very much'],
    ]);
    expect(nodes.filter(({ type }) => String(type).startsWith('Input.'))).toEqual([]);
    const texts = nodes.filter(({ type }) => type === 'TextBlock').map(({ text }) => text);
    expect(texts).toContain('Very much');
    expect(texts).toContain('Only you. It counts in figures about five people or more.');
  });

  it('has a small picture of our own for each face, and says in words what it shows', () => {
    const images = nodesIn('feedback').filter(({ type }) => type === 'Image');
    expect(images.map(({ altText }) => altText)).toEqual([
      ...['Not at all', 'Not really', 'So-so', 'Yes', 'Very much'],
    ]);
    for (const { url } of images) {
      const [, path = ''] = /^https:\/\/turntable\.example\/tabs\/(faces\/\d\.png)$/.exec(String(url)) ?? [];
      const file = join(import.meta.dirname, '../../../../../tabs/public', path);
      expect(existsSync(file), String(url)).toBe(true);
      const bytes = readFileSync(file);
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([96, 96]);
      expect(bytes.length).toBeLessThan(8_000);
    }
  });

  it('of which somebody told says when and how, and can be taken back', () => {
    const nodes = nodesIn('met');
    const runs = nodes.filter(({ type }) => type === 'TextRun').map(({ text }) => text);
    expect(runs.join(' ')).toContain('With Clara, Friday 27 November, for coffee.');
    expect(
      nodes.find(({ verb, type }) => type === 'Action.Execute' && verb === 'meeting.outcome')?.data,
    ).toMatchObject({ outcome: 'notYet' });
  });

  it('asks whether they met where Teams told nothing, in one tap', () => {
    const taps = nodesIn('didYouMeet').filter(({ type }) => type === 'Action.Execute');
    expect(taps.map(({ title, data }) => [title, (data as Node).outcome])).toEqual([
      ['Yes, we met', 'met'],
      ['It was moved', 'moved'],
      ['Not yet', 'notYet'],
    ]);
  });
});

it('of a meeting that was missed leads to a new time', () => {
  const missed = settledWith('Clara').find((facts) => facts.kind === 'feedback' && facts.stands === 'missed');
  const nodes = [...nodesOf(contentOf(settledCardFor(missed as NonNullable<typeof missed>, words, reader)))];
  expect(nodes.map(({ title }) => title)).toContain('Find a new time');
});

describe('the card after the tap', () => {
  it('thanks, and offers to add a line and to change the face', () => {
    const nodes = thanks();
    const texts = nodes.map(({ text }) => text);
    expect(texts).toContain('Thank you, Clara');
    expect(texts).toContain('You said: Yes.');
    const card = nodes[0] as { actions?: Node[] };
    expect(card.actions?.map(({ title }) => title)).toEqual(['Add a line', 'Change']);
  });

  it('says beside every field who can see it, and ticks nothing beforehand', () => {
    const form = thanks().find(({ type, card }) => type === 'Action.ShowCard' && card)?.card as {
      body: Node[];
    };
    const fields = form.body.flatMap((node, n) =>
      String(node.type).startsWith('Input.') && node.id !== 'shared' ? [n] : [],
    );
    expect(fields).toHaveLength(5);
    for (const n of fields) expect(form.body[n + 1]?.text).toMatch(/^Who can see this/);
    expect(form.body.find(({ id }) => id === 'shared')?.value).toBe('false');
  });
});
