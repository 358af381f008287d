import type { PeopleAnswer } from '#local/contract.ts';

export const TABS = ['chat', 'turntable', 'meeting'] as const;
export type TabName = (typeof TABS)[number];
export const THEMES = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof THEMES)[number];
export const WIDTHS = ['full', '360', '280'] as const;
type TabWidth = (typeof WIDTHS)[number];
export const LOCALES = ['', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'ar-SA', 'he-IL'] as const;
export type Side = 'left' | 'right';

/** One column: who sits there and which tab is open. */
export interface Seat {
  person: string;
  tab: TabName;
  /** The page inside the Turntable tab that a deep link asked for. */
  subPageId: string;
}

/** What the page shows. Everything but `subPageId` stands in the address, so that it can be opened directly. */
export interface View {
  left: Seat;
  right: Seat | undefined;
  theme: ThemeName;
  width: TabWidth;
  /** BCP 47 tag handed to the tabs; empty for each person's own. */
  locale: string;
  /** The Teams client takes its time to answer a tab. */
  slow: boolean;
  /** The step of the story guide, from 0. */
  step: number;
}

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

const prefersDark = (): ThemeName =>
  window.matchMedia('(forced-colors: active)').matches
    ? 'contrast'
    : window.matchMedia('(prefers-color-scheme: dark)').matches
      ? 'dark'
      : 'light';

/** Reads `?left=clara&right=aisha&view=chat`; `leftView` and `rightView` say it for one column alone. */
export const readView = (search: string, { people }: PeopleAnswer): View => {
  const ask = new URLSearchParams(search);
  const known = (key: string | null): string | undefined => people.find((one) => one.key === key)?.key;
  const first = people.find((one) => one.part === 'champion') ?? people[0];
  const tab = oneOf(TABS, ask.get('view')) ?? 'chat';
  const right = known(ask.get('right'));
  const seat = (person: string, own: string | null): Seat => ({
    person,
    tab: oneOf(TABS, own) ?? tab,
    subPageId: '',
  });
  return {
    left: seat(known(ask.get('left')) ?? first?.key ?? '', ask.get('leftView')),
    right: right ? seat(right, ask.get('rightView')) : undefined,
    theme: oneOf(THEMES, ask.get('theme')) ?? prefersDark(),
    width: oneOf(WIDTHS, ask.get('width')) ?? 'full',
    locale: oneOf(LOCALES, ask.get('lang')) ?? '',
    slow: ask.has('slow'),
    step: Math.max(0, Number.parseInt(ask.get('step') ?? '1', 10) - 1 || 0),
  };
};

/** The address of a view, as `readView` reads it. */
export const writeView = (view: View): string => {
  const ask = new URLSearchParams({ left: view.left.person });
  if (view.right) ask.set('right', view.right.person);
  ask.set('view', view.left.tab);
  if (view.right && view.right.tab !== view.left.tab) ask.set('rightView', view.right.tab);
  ask.set('theme', view.theme);
  if (view.width !== 'full') ask.set('width', view.width);
  if (view.locale) ask.set('lang', view.locale);
  if (view.slow) ask.set('slow', '1');
  if (view.step > 0) ask.set('step', String(view.step + 1));
  return `?${ask}`;
};
