import { expect, it } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { contentOf, noticeOf, reader, words } from '#tests/bot/teams/cards/everyCard.ts';

it('ends an introduction alike, whatever the cause', () => {
  const card = cardFor(noticeOf('introductionEnded', 'Finance pilot'), words, reader);
  expect(JSON.stringify(contentOf(card))).not.toMatch(/declin|said no|answer/i);
});
