import { useTranslation } from 'react-i18next';
import type { LookBackEntry, LookBackSection } from '#api/contract/closing.ts';
import { useDates } from '../../parts/dates.ts';

/** What is said of each thing of a look back, on screen and in the file alike: what it is, then quietly the rest. */
export function useEntries(names: string) {
  const { t } = useTranslation('tab');
  const dates = useDates();

  function linesOf(entry: LookBackEntry): string[] {
    const { at, by, text, before, confidence, state, way, help } = entry;
    const when = dates.longDay(at);
    if (help !== null) return [helpOf(help, text), `${by} · ${when}`];
    if (text === '')
      return [way ? t(`closing.met.${way}`, { day: when }) : t('closing.met.some', { day: when })];
    return [
      text,
      ...(before ? [t('closing.before', { text: before })] : []),
      ...(confidence ? [sureOf(confidence)] : []),
      [by, state === null ? when : t(`goals.states.${state}`)].filter(Boolean).join(' · '),
    ];
  }
  const helpOf = (help: NonNullable<LookBackEntry['help']>, text: string): string => {
    const kind = t(`scales.form.kinds.${help}`);
    return text === '' ? kind : help === 'other' ? text : `${kind}: ${text}`;
  };
  const sureOf = ({ first, now }: NonNullable<LookBackEntry['confidence']>): string =>
    t('closing.confidence', { first: t(`closing.sure${first}`), now: t(`closing.sure${now}`) });
  return { linesOf, titleOf: (kind: LookBackSection['kind']) => t(`closing.section.${kind}`, { names }) };
}
