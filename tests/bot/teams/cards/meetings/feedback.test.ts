import { expect, it } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { contentOf, type Node, noticeOf, reader, words } from '#tests/bot/teams/cards/everyCard.ts';

it('says beside every feedback field who can see it', () => {
  const body = contentOf(cardFor(noticeOf('feedback'), words, reader)).body as Node[];
  const fields = body.flatMap((node, n) =>
    String(node.type).startsWith('Input.') && node.id !== 'shared' ? [n] : [],
  );
  expect(fields).toHaveLength(6);
  for (const n of fields) expect(body[n + 1]?.text).toMatch(/^Who can see this/);
});

it('asks for the hour in five words, from the least to the most', () => {
  const body = contentOf(cardFor(noticeOf('feedback'), words, reader)).body as Node[];
  const worth = body.find(({ id }) => id === 'worthTheHour')?.choices as { title: string; value: string }[];
  expect(worth.map(({ title, value }) => `${value} ${title}`)).toEqual([
    '1 Not at all',
    '2 Not really',
    '3 So-so',
    '4 Yes',
    '5 Very much',
  ]);
});
