/** Where somebody is in the personal tab. Deep links name the same places, such as `pair/<id>` or `pair/<id>/meetings`. */
export type Place =
  | { at: 'home' }
  | { at: 'profile' }
  | { at: 'settings' }
  | { at: 'concern' }
  | { at: 'privacy' }
  | { at: 'console' }
  | { at: 'invitation'; cohort: string }
  | { at: 'sponsor'; cohort: string }
  | { at: 'search'; cohort: string }
  | { at: 'primer'; pair?: string }
  | { at: 'pair'; pair: string; part?: (typeof PARTS)[number] };

const PARTS = ['meetings', 'closing'] as const;
const isPart = (part: string): part is (typeof PARTS)[number] => PARTS.some((one) => one === part);

/** Places that need no id. */
const SINGLE = new Set(['profile', 'settings', 'console', 'concern', 'privacy']);

/** The place a deep link points to; Home when it points nowhere known. */
export function placeOf(link: string): Place {
  const [at = '', written = '', part = ''] = link.split('/');
  const id = unescaped(written);
  if (SINGLE.has(at)) return { at } as Place;
  if ((at === 'invitation' || at === 'search' || at === 'sponsor') && id) return { at, cohort: id };
  if (at === 'primer') return { at, ...(id && { pair: id }) };
  if (at === 'pair' && id) return { at, pair: id, ...(isPart(part) && { part }) };
  return { at: 'home' };
}

/** The entry of the navigation that a place belongs to. */
export function entryOf({ at }: Place): 'home' | 'profile' | 'settings' | 'console' {
  if (at === 'concern' || at === 'privacy') return 'settings';
  return at === 'profile' || at === 'settings' || at === 'console' ? at : 'home';
}

/** Empty when the escapes are broken. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
