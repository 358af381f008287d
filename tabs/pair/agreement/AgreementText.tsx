import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '#api/contract/agreement.ts';
import { useSignAgreement } from '../../api/agreement.ts';
import { useDates } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { namesIn } from '../../parts/names.ts';
import { Card, Points, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';
import { labelOf, TEXT_FIELDS } from './agreementFields.ts';

const useStyles = makeStyles({
  terms: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXXS },
  said: {
    margin: 0,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
});

interface AgreementTextProps extends Pick<PairProps, 'view' | 'names'> {
  agreement: AgreementView;
  onEdit(): void;
}

/** The agreement as both read it, who has signed, and the button to sign. */
export function AgreementText({ view, agreement, onEdit }: AgreementTextProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const { text } = agreement;
  const by = { version: agreement.version, by: agreement.by, day: dates.day(agreement.at) };
  const terms = [
    ...TEXT_FIELDS.map((name) => ({ term: labelOf(name, view, t), said: text[name] })),
    { term: t('agreement.rhythm'), said: t(`agreement.rhythms.${text.rhythm}`) },
    { term: t('agreement.endsOn'), said: dates.date(text.endsOn) },
  ];
  return (
    <Card title={t('agreement.title')}>
      <p className={page.quiet}>{t(agreement.mine ? 'agreement.versionMine' : 'agreement.version', by)}</p>
      {text.confidentiality && <p className={page.heading}>{t('agreement.confidentiality')}</p>}
      <dl className={styles.terms}>
        {terms.map(({ term, said }) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.said}>{said || t('agreement.nothing')}</dd>
          </div>
        ))}
      </dl>
      <Signatures view={view} agreement={agreement} />
      <Signing view={view} agreement={agreement} onEdit={onEdit} />
    </Card>
  );
}

function Signatures({ view, agreement }: Pick<AgreementTextProps, 'view' | 'agreement'>) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const dates = useDates();
  const signed = agreement.signatures.map(({ firstName, isMe, at }) =>
    isMe
      ? t('agreement.signedByMe', { day: dates.day(at) })
      : t('agreement.signedBy', { name: firstName, day: dates.day(at) }),
  );
  const isMe = view.canSign ? agreement.waitingFor.indexOf(view.myFirstName) : -1;
  const missing = agreement.waitingFor.map((name, at) => (at === isMe ? t('agreement.you') : name));
  const waiting = missing.length > 0 ? [t('agreement.waitingFor', { names: namesIn(locale, missing) })] : [];
  return <Points points={[...signed, ...waiting]} />;
}

function Signing({ view, agreement, onEdit }: Omit<AgreementTextProps, 'names'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const sign = useSignAgreement(view.pair);
  const { run, busy, trouble } = useAction();
  return (
    <>
      <div className={page.actions}>
        {view.canSign && (
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={busy}
            onClick={() => void run(() => sign.mutateAsync(agreement.version))}
          >
            {busy ? t('agreement.signing') : t('agreement.sign')}
          </Button>
        )}
        {view.canDraft && (
          <Button size={view.canSign ? 'large' : 'medium'} disabledFocusable={busy} onClick={onEdit}>
            {t('agreement.edit')}
          </Button>
        )}
      </div>
      <Trouble text={trouble} />
    </>
  );
}
