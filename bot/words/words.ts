import i18next, { type i18n } from 'i18next';
import acts from './en/acts.json' with { type: 'json' };
import bot from './en/bot.json' with { type: 'json' };
import closing from './en/closing.json' with { type: 'json' };
import cohort from './en/cohort.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import concern from './en/concern.json' with { type: 'json' };
import enrolment from './en/enrolment.json' with { type: 'json' };
import feedback from './en/feedback.json' with { type: 'json' };
import match from './en/match.json' with { type: 'json' };
import nudge from './en/nudge.json' with { type: 'json' };
import pair from './en/pair.json' with { type: 'json' };
import parting from './en/parting.json' with { type: 'json' };
import privacy from './en/privacy.json' with { type: 'json' };
import profile from './en/profile.json' with { type: 'json' };
import promises from './en/promises.json' with { type: 'json' };
import prompts from './en/prompts.json' with { type: 'json' };
import search from './en/search.json' with { type: 'json' };
import topics from './en/topics.json' with { type: 'json' };
import { shownIn } from './languages.ts';

/** `namespace:key` and its values in; a sentence in the reader's language out. Values are text, never markup. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

const catalogue: i18n = i18next.createInstance();
await catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: [
    'acts',
    'common',
    'concern',
    'bot',
    'closing',
    'cohort',
    'enrolment',
    'feedback',
    'match',
    'nudge',
    'pair',
    'parting',
    'privacy',
    'profile',
    'promises',
    'prompts',
    'search',
    'topics',
  ],
  defaultNS: 'common',
  resources: {
    en: {
      acts,
      bot,
      closing,
      cohort,
      common,
      concern,
      enrolment,
      feedback,
      match,
      nudge,
      pair,
      parting,
      privacy,
      profile,
      promises,
      prompts,
      search,
      topics,
    },
  },
  interpolation: { escapeValue: false },
  returnNull: false,
});

const NAMES = ['name', 'from'];

/**
 * Words in a BCP 47 locale; English where a language has none yet. Where a name is not known, the sentence under
 * `<key>_nameless` is said, if there is one.
 */
export function wordsFor(locale: string): Words {
  const say = catalogue.getFixedT(shownIn(locale)) as Words;
  return (key, values) =>
    values && NAMES.some((name) => values[name] === '')
      ? say(key, { ...values, context: 'nameless' })
      : say(key, values);
}
