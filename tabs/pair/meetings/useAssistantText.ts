import { useTranslation } from 'react-i18next';
import type { Planning } from '#api/contract/meetings.ts';
import { cityOf, useDates } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { several } from '../../parts/several.ts';
import { useElsewhere } from './Times.tsx';

/** What somebody hands to whoever keeps their diary: times on all clocks, whom to ask, and what to call it. */
export function useAssistantText(planning: Planning, who: { me: string; names: string; subject: string }) {
  const { t } = useTranslation('tab');
  const { locale, timeZone } = useReader();
  const dates = useDates();
  const elsewhere = useElsewhere(planning.partners);
  const { minutes, times, partners, rhythm } = planning;
  const timeOf = (at: string): string => {
    const there = elsewhere(at).map((one) =>
      t('assistant.there', { time: one.time, city: cityOf(one.timeZone) }),
    );
    const here = t('assistant.here', {
      ...{ day: dates.shortDay(at), time: dates.time(at), city: cityOf(timeZone) },
    });
    return there.length > 0 ? `${here} (${there.join(', ')})` : here;
  };
  const mails = partners.map(({ mail }) => mail).filter(Boolean);
  return [
    t(times.length > 0 ? 'assistant.ask' : 'assistant.askAny', { ...who, minutes, ...several(partners) }),
    ...times.map(({ startsAt }) => `– ${timeOf(startsAt)}`),
    t('assistant.invite', { mails: new Intl.ListFormat(locale).format(mails), subject: who.subject }),
    ...(rhythm === 'none' ? [] : [t('assistant.repeat', { rhythm: t(`agreement.rhythms.${rhythm}`) })]),
  ].join('\n');
}
