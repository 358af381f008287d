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
  [
    'everyone',
    ['invited', 'joined', 'passed', 'later'].flatMap((was) => [`${was} executive`, `${was} mentor`]),
  ],
  ['executives', ['invited executive', 'joined executive', 'passed executive', 'later executive']],
  ['mentors', ['invited mentor', 'joined mentor', 'passed mentor', 'later mentor']],
] as const)(
  'an announcement to %s counts who takes part and who is invited, whatever they answered, and nobody else',
  (audience, people) => {
    expect(audienceOf({ members, pairs: [] }, { audience })).toEqual(people);
  },
);

it.each([
  ['all', 'mentors', ['invited mentor', 'joined mentor', 'passed mentor', 'later mentor']],
  [
    'invited',
    'everyone',
    ['invited', 'passed', 'later'].flatMap((was) => [`${was} executive`, `${was} mentor`]),
  ],
  ['joined', 'executives', ['joined executive']],
  ['introduced', 'everyone', ['joined executive']],
  ['paired', 'everyone', ['joined mentor']],
  ['paired', 'executives', []],
] as const)('an announcement to those who are %s, of %s, counts nobody else', (status, audience, people) => {
  const other = asId<PersonId>('somebody else');
  const pairs = (['introduced', 'paired', 'closed'] as const).map((state) => ({
    ...{ state, executive: other, mentor: other },
    ...(state === 'introduced' && { executive: asId<PersonId>('joined executive') }),
    ...(state === 'paired' && {
      mentor: asId<PersonId>('joined mentor'),
      executive: asId<PersonId>('left executive'),
    }),
    ...(state === 'closed' && { executive: asId<PersonId>('invited executive') }),
  }));
  expect(audienceOf({ members, pairs }, { audience, status })).toEqual(people);
});
