import { expect, it } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { contentOf, noticeOf, reader, words } from '#tests/bot/teams/cards/everyCard.ts';
import type { Facts } from '#usecases/home/notices.ts';

const KINDS = [
  ...['introduction', 'paired', 'introductionEnded', 'firstChat', 'decide'],
  ...['agreementToSign', 'agreementSigned', 'spaceClosed', 'feedback'],
] as Facts['kind'][];

it.each(KINDS)('names the person and the programme, since there may be several: %s', (kind) => {
  const about = { partners: ['Aisha Specimen'], cohortName: 'Finance pilot', reasons: [] };
  const drawn = cardFor({ ...noticeOf(kind), ...about } as Facts, words, reader);
  expect(drawn.summary).toContain('Aisha Specimen');
  const shown = JSON.stringify(contentOf(drawn).body);
  expect(shown).toContain('Aisha Specimen');
  expect(shown).toContain('Finance pilot');
});
