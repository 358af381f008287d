import {
  type CardElement,
  type Drawn,
  draw,
  heading,
  named,
  openTab,
  type Reader,
} from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';

const FIELDS = [
  'wants',
  'offers',
  'interests',
  'meets',
  'reach',
  'languages',
  'timeZone',
  'capacity',
  'excludes',
];

/** What somebody told us about themselves; `values` are words by field, ready to show. */
export function profileCard(values: Record<string, string>, words: Words, reader: Reader): Drawn {
  return draw(reader, words('bot:profile.title'), {
    body: profileBody(values, words),
    actions: [openTab(words('bot:profile.edit'), reader, 'profile')],
  });
}

export const profileBody = (values: Record<string, string>, words: Words): CardElement[] => [
  heading(words('bot:profile.title')),
  ...FIELDS.filter((field) => field in values).map((field) =>
    named(
      words('bot:profile.field', { field: words(`bot:profile.${field}`) }),
      values[field]?.trim() || words('bot:profile.empty'),
    ),
  ),
];
