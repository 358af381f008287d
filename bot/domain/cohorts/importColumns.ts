import type { Role } from '#domain/people/person.ts';

export const COLUMNS = ['name', 'mail', 'directoryId', 'role', 'manager', 'department', 'location'] as const;
export type Column = (typeof COLUMNS)[number];

/** How people's spreadsheets name our columns, the likeliest first; letters and digits only, lower case. */
const HEADERS: Record<Column, readonly string[]> = {
  name: ['name', 'fullname', 'displayname', 'person'],
  mail: ['mail', 'email', 'mailaddress', 'emailaddress', 'upn', 'userprincipalname', 'useremail'],
  directoryId: [
    'directoryid',
    'objectid',
    'entraid',
    'entraobjectid',
    'aadobjectid',
    'azureadid',
    'userid',
    'id',
  ],
  role: ['role', 'part', 'takespartas'],
  manager: [
    'manager',
    'managermail',
    'manageremail',
    'managerupn',
    'managerid',
    'managerobjectid',
    'reportsto',
  ],
  department: ['department', 'dept', 'team', 'unit', 'businessunit'],
  location: ['location', 'office', 'officelocation', 'city', 'site'],
};

const ROLE_WORDS = new Map<string, Role>([
  ...['mentor', 'mentors', 'reversementor', 'juniormentor'].map((word) => [word, 'mentor'] as const),
  ...['executive', 'executives', 'exec', 'leader', 'seniorleader', 'mentee'].map(
    (word) => [word, 'executive'] as const,
  ),
]);

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The role a spreadsheet means, or undefined. In reverse mentoring the mentee is the executive. */
export const roleOf = (text: string): Role | undefined => ROLE_WORDS.get(bare(text));

/** What nobody is asked for here, in English and German; short words count only when they stand alone. */
const NEVER_KEPT =
  /birth|geburt|gender|geschlecht|generation|health|gesundheit|disab|behinder|krank|religi|konfession|ethni|nationalit|staatsangeh|citizenship|herkunft|altersgruppe|lebensalter|jahrgang/u;
const NEVER_KEPT_ALONE =
  /(?<!\p{L})(?:ages?|aged|dob|born|alter|sex|illness|belief|faith|denomination|glaube|origin|race)(?!\p{L})/u;

/** A column of age, birth, generation, sex, health, belief or origin, by its name. */
export function isNeverKept(header: string): boolean {
  const words = header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  return NEVER_KEPT.test(bare(words)) || NEVER_KEPT_ALONE.test(words);
}

export interface Header {
  /** Where each column we know stands. */
  at: Partial<Record<Column, number>>;
  /** Header names we have no use for, as written. */
  ignored: string[];
  /** Header names that stand there twice. */
  twice: string[];
}

/** Finds our columns among the names of a header line, whatever their case, blanks and hyphens. */
export function readHeader(cells: readonly string[]): Header {
  const names = cells.map(bare);
  const firsts = new Map<string, number>();
  names.forEach((name, n) => {
    if (!firsts.has(name)) firsts.set(name, n);
  });
  const at: Header['at'] = {};
  for (const column of COLUMNS) {
    const first = HEADERS[column].find((known) => firsts.has(known));
    if (first !== undefined) at[column] = firsts.get(first) ?? 0;
  }
  const used = new Set(Object.values(at));
  const isTwice = (n: number) => !used.has(n) && used.has(firsts.get(names[n] ?? '') ?? -1);
  return {
    at,
    ignored: cells.filter((cell, n) => cell !== '' && !used.has(n) && !isTwice(n)),
    twice: cells.filter((_, n) => isTwice(n)),
  };
}
