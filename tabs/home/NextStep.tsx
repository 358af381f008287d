import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { Grooves } from '../parts/Grooves.tsx';
import { namesIn } from '../parts/names.ts';
import { Trouble } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { useAction } from '../parts/useAction.ts';
import { useSearchWords } from '../search/useSearchWords.ts';
import { placeOfStep, type Step } from './nextStep.ts';
import { openOurChat } from './openOurChat.ts';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    overflow: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  grooves: {
    position: 'absolute',
    insetInlineEnd: '-70px',
    bottom: '-70px',
    opacity: 0.55,
    '@media (max-width: 560px)': { opacity: 0.2 },
    pointerEvents: 'none',
  },
  title: {
    position: 'relative',
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: '1.25',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
  },
  text: {
    position: 'relative',
    margin: 0,
    maxWidth: '52ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground2,
  },
  go: { position: 'relative' },
});

/** The one clear thing to do next, in plain words. */
export function NextStep({ step, go }: { step: Step; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const styles = useStyles();
  const place = placeOfStep(step);
  const { run, busy, trouble } = useAction();
  const names =
    'card' in step
      ? namesIn(
          locale,
          step.card.partners.map(({ firstName }) => firstName),
        )
      : '';
  const dates = useDates();
  const at = 'card' in step ? step.card.meeting?.at : undefined;
  const values = {
    names,
    moment: at ? dates.moment(at) : '',
    time: at ? dates.time(at) : '',
    day: at ? dates.day(at) : '',
    cohort: 'enrolment' in step ? step.enrolment.cohortName : '',
    ...useSearchWords('search' in step ? step.search : undefined),
  };
  const byRole = step.kind === 'answerInvitation' || step.kind === 'finishProfile';
  const text = byRole
    ? t(`step.${step.kind}.text.${step.enrolment.role}`)
    : t(`step.${step.kind}.text`, values);
  return (
    <section className={styles.card} aria-label={t('step.label')}>
      <Grooves className={styles.grooves} size={240} />
      <h2 className={styles.title}>{t(`step.${step.kind}.title`, values)}</h2>
      <p className={styles.text}>{text}</p>
      <Button
        className={styles.go}
        appearance="primary"
        size="large"
        disabledFocusable={busy}
        onClick={() => (place ? go(place) : void run(openOurChat))}
      >
        {t(`step.${step.kind}.go`)}
      </Button>
      <Trouble text={trouble} />
    </section>
  );
}
