import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '#api/contract/agreement.ts';
import { useDates } from '../../parts/dates.ts';
import type { PairProps } from '../pairProps.ts';
import { useSheetStyles } from './sheetStyles.ts';
import { signatureLine } from './signatureLine.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    gap: '20px 32px',
    margin: '28px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  line: {
    display: 'block',
    inlineSize: '150px',
    maxInlineSize: '100%',
    blockSize: '40px',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '2.2',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  mentor: { color: tokens.colorPalettePumpkinBorderActive },
  executive: { color: tokens.colorBrandStroke1 },
  who: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    paddingBlockStart: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Who has signed and when, and who has not yet. The drawn line is for the eye only. */
export function Signatures({ view, agreement }: Pick<PairProps, 'view'> & { agreement: AgreementView }) {
  const { t } = useTranslation('tab');
  const sheet = useSheetStyles();
  const styles = useStyles();
  const dates = useDates();
  const isMe = view.canSign ? agreement.waitingFor.indexOf(view.myFirstName) : -1;
  return (
    <ul className={styles.list} aria-label={t('agreement.signatures')}>
      {agreement.signatures.map(({ firstName, role, at }) => (
        <li key={`${firstName} ${at}`}>
          <svg className={mergeClasses(styles.line, styles[role])} viewBox="0 0 150 40" aria-hidden="true">
            <path d={signatureLine(firstName)} />
          </svg>
          <div className={styles.who}>{firstName}</div>
          <div className={sheet.caption}>{t('agreement.signedAt', { moment: dates.moment(at) })}</div>
        </li>
      ))}
      {agreement.waitingFor.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of one name stand in the order of the pair
        <li key={`${at} ${name}`}>
          <svg className={styles.line} viewBox="0 0 150 40" aria-hidden="true" />
          <div className={styles.who}>{name}</div>
          <div className={sheet.caption}>{t(at === isMe ? 'agreement.toSignMe' : 'agreement.toSign')}</div>
        </li>
      ))}
    </ul>
  );
}
