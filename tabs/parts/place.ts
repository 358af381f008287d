/** Where somebody is in the personal tab. Deep links name the same places, such as `pair/<id>`. */
export type Place =
  | { at: 'home' }
  | { at: 'profile' }
  | { at: 'settings' }
  | { at: 'console' }
  | { at: 'invitation'; cohort: string }
  | { at: 'search'; cohort: string }
  | { at: 'pair'; pair: string; part?: 'meetings' };

/** The place a deep link points to; Home when it points nowhere known. */
export function placeOf(link: string): Place {
  const [at = '', written = ''] = link.split('/');
  const id = unescaped(written);
  if (at === 'profile' || at === 'settings' || at === 'console') return { at };
  if ((at === 'invitation' || at === 'search') && id) return { at, cohort: id };
  if (at === 'pair' && id) return { at, pair: id };
  return { at: 'home' };
}

/** The entry of the navigation that a place belongs to. */
export const entryOf = ({ at }: Place): 'home' | 'profile' | 'settings' | 'console' =>
  at === 'invitation' || at === 'search' || at === 'pair' ? 'home' : at;

/** Empty when the escapes are broken. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
