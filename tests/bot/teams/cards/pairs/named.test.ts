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

it('writes the first message of a mentor to all of a circle, without what one of them wishes', () => {
  const reasons = [{ kind: 'learn', topic: 'ai' }];
  const about = { role: 'mentor', reasons, mails: ['clara@turntable.example'], myFirstName: 'Aisha' };
  const drawn = (firstNames: string[]) => {
    const facts = { ...noticeOf('paired'), ...about, firstNames, partners: firstNames };
    return JSON.stringify(contentOf(cardFor(facts as Facts, words, reader)).body);
  };
  expect(drawn(['Clara'])).toContain("Hi Clara, I'm glad we are paired. I hear you would like");
  expect(drawn(['Clara', 'Meera'])).toContain("Hi Clara and Meera, I'm glad we meet together.");
  expect(drawn(['Clara', 'Meera'])).not.toContain('I hear');
});
