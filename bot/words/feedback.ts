import type { Words } from './sentence.ts';

/** One thing that is asked after a meeting. `seen`: by whom what is answered can be seen. */
export interface FeedbackField<Name extends string = string> {
  name: Name;
  kind: 'scale' | 'choice' | 'text' | 'switch';
  values: readonly (string | number)[];
  seen: 'figures' | 'me' | 'partner';
}

/** The same field in words. */
export interface FeedbackAsked<Name extends string = string>
  extends Pick<FeedbackField<Name>, 'name' | 'kind'> {
  label: string;
  options: { value: string | number; label: string }[];
  /** Who can see it, to stand beside the field; empty for the switch, which says so itself. */
  seen: string;
}

/**
 * What is asked after a meeting, for every place that asks: panel, tab and card. `isShared` where the place knows
 * already whether the partner may read the words, and then with the reader in the list of names.
 */
export function askFeedback<Name extends string>(
  fields: readonly FeedbackField<Name>[],
  words: Words,
  { isShared, ...others }: { names: string; YouAndNames?: string; isShared?: boolean },
): FeedbackAsked<Name>[] {
  const toPartner = isShared ? 'shared' : 'open';
  return fields.map(({ name, kind, values, seen }) => ({
    ...{ name, kind, label: words(`feedback:${name}`, others) },
    options: values.map((value) => ({
      value,
      label: words(kind === 'scale' ? `feedback:${name}${value}` : `feedback:${value}`),
    })),
    seen: kind === 'switch' ? '' : words(`feedback:seen.${seen === 'partner' ? toPartner : seen}`, others),
  }));
}
