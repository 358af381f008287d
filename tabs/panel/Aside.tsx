import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Curiosities, JottingView } from '#api/contract/jottings.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  who: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** Beside the question, quietly: what each is curious about this time, and what was jotted down. */
export function Aside({ curiosities, jottings }: { curiosities: Curiosities; jottings: JottingView[] }) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const { mine, others } = curiosities;
  const lines = [
    ...others.map(({ firstName: name, text }) => ({
      who: t('curious.other', { name }),
      text,
      key: `c ${name}`,
    })),
    ...(mine ? [{ who: t(mine.shared ? 'curious.me' : 'curious.meAlone'), text: mine.text, key: 'c' }] : []),
    ...jottings.map(({ jotting: key, isMine, shared, firstName: name, text }) => ({
      who: isMine ? t(shared ? 'jot.mineShared' : 'jot.mine') : t('jot.other', { name }),
      ...{ text, key },
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <dl className={styles.list} aria-label={t('aside')}>
      {lines.map(({ key, who, text }) => (
        <div key={key}>
          <dt className={styles.who}>{who}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
