import { expect, it } from 'vitest';
import { audienceOf } from '#domain/announcements/audience.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';

const STATES: Member['state'][] = ['imported', 'invited', 'joined', 'passed', 'later', 'left'];
const members = STATES.flatMap((state) => [
  { person: asId<PersonId>(`${state} executive`), role: 'executive' as const, state },
  { person: asId<PersonId>(`${state} mentor`), role: 'mentor' as const, state },
]);

it.each([
  ['everyone', ['invited executive', 'invited mentor', 'joined executive', 'joined mentor']],
  ['executives', ['invited executive', 'joined executive']],
  ['mentors', ['invited mentor', 'joined mentor']],
] as const)(
  'an announcement to %s reaches who takes part and who is invited, nobody else',
  (audience, people) => {
    expect(audienceOf(members, audience)).toEqual(people);
  },
);
