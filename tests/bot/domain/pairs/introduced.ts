import { asId, type PersonId } from '#domain/basics/ids.ts';
import { newIntroduction } from '#domain/pairs/introduction.ts';
import type { Pair } from '#domain/pairs/pair.ts';

export const clara = asId<PersonId>('clara');
export const meera = asId<PersonId>('meera');
export const MONDAY = Date.parse('2026-11-23T14:00:00Z');

/** Clara and Meera introduced on `MONDAY`; `asked` is who wished for it. */
export const introduction = (asked?: PersonId): Pair =>
  newIntroduction(
    {
      cohort: asId('pilot'),
      cohortName: 'Finance pilot',
      reasons: [],
      fit: 500,
      members: [
        { person: clara, name: 'N. N.', role: 'executive', timeZone: 'Europe/London' },
        { person: meera, name: 'N. N.', role: 'mentor', timeZone: 'Asia/Kolkata' },
      ],
      ...(asked ? { asked } : {}),
    },
    MONDAY,
  );
