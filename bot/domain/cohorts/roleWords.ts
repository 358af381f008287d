import type { Role } from '#domain/people/person.ts';

/**
 * How spreadsheets say it in English, German, French, Spanish, Portuguese, Italian, Dutch and Polish. Accents stay: a
 * French `mentoré` is mentored, and without its accent it reads like the Italian mentor.
 */
const WORDS: Record<Role, readonly string[]> = {
  mentor: [
    ...['mentor', 'mentors', 'reversementor', 'juniormentor'],
    ...['mentorin', 'mentoren', 'mentorinnen', 'mentora', 'mentores', 'mentoras'],
    ...['mentore', 'mentori', 'mentrice', 'mentrici', 'mentorka', 'mentorki', 'mentorzy'],
  ],
  executive: [
    ...['executive', 'executives', 'exec', 'execs', 'leader', 'leaders', 'seniorleader', 'mentee', 'mentees'],
    ...['führungskraft', 'fuehrungskraft', 'führungskräfte', 'fuehrungskraefte', 'topführungskraft'],
    ...['geschäftsführer', 'geschäftsführerin', 'geschaeftsfuehrer', 'geschaeftsfuehrerin', 'vorstand'],
    ...['leiter', 'leiterin', 'leitendeangestellte', 'leitenderangestellter'],
    ...['dirigeant', 'dirigeante', 'dirigeants', 'dirigeantes', 'cadredirigeant', 'cadredirigeante'],
    ...[
      'cadresupérieur',
      'cadresuperieur',
      'cadresupérieure',
      'mentoré',
      'mentorée',
      'mentorés',
      'mentorées',
    ],
    ...['ejecutivo', 'ejecutiva', 'ejecutivos', 'ejecutivas', 'directivo', 'directiva', 'directivos'],
    ...[
      'directivas',
      'líder',
      'líderes',
      'mentorizado',
      'mentorizada',
      'executivo',
      'executiva',
      'dirigente',
    ],
    ...[
      'executivos',
      'executivas',
      'dirigentes',
      'dirigenti',
      'mentorado',
      'mentorada',
      'mentorando',
      'mentoranda',
    ],
    ...['leidinggevende', 'leidinggevenden', 'bestuurder', 'bestuurders', 'dyrektor', 'dyrektorka'],
    ...['vorständin', 'vorstandsmitglied', 'seniorexecutive', 'executiveleader', 'boardmember'],
  ],
};

const ROLE_OF = new Map<string, Role>(
  (Object.keys(WORDS) as Role[]).flatMap((role) => WORDS[role].map((word) => [word, role] as const)),
);

/** The other form that stands behind a sign: `Mentor/in`, `Mentor*innen`, `dirigeant·e`, `ejecutivo(a)`. */
const OTHER_FORM = /[^\p{L}\p{N}\s]+-?(?:es?|in(?:nen)?|[ao]s?)\)?\s*$/u;
/** Whom a German advertisement means: `Mentor (m/w/d)`. */
const FOR_ALL = /\(\s*[mwfdxh](?:\s*\/\s*[mwfdxh])+\s*\)\s*$/u;

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** What says nothing about the part somebody takes. */
const BESIDE = /^\s*reverse[\s-]+|\s*\(\s*reverse\s*\)\s*$/gu;
/** Mentor in Italian, and mentored in a French text that lost its accents. */
const DOUBTFUL = 'mentore';

/** Whether a role has another meaning in another language, so that its neighbours have to tell. */
export const isRoleDoubtful = (text: string): boolean => bare(text.toLowerCase()) === DOUBTFUL;

/** The role a spreadsheet means, or undefined. In reverse mentoring the mentee is the executive. */
export function roleOf(text: string): Role | undefined {
  const word = text.normalize('NFC').toLowerCase().replace(FOR_ALL, '').replace(BESIDE, '');
  const known = ROLE_OF.get(bare(word));
  const first = bare(word.replace(OTHER_FORM, ''));
  return known ?? (first === DOUBTFUL ? undefined : ROLE_OF.get(first));
}
