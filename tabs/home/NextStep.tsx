import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePlanning } from '../api/meetings.ts';
import { usePairPhotos } from '../api/photos.ts';
import { PlanMeeting } from '../pair/meetings/PlanMeeting.tsx';
import { useElsewhere } from '../pair/meetings/Times.tsx';
import type { Faced } from '../parts/Crossing.tsx';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { withReader } from '../parts/names.ts';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { several, severalIn } from '../parts/several.ts';
import { useAction } from '../parts/useAction.ts';
import { useSearchWords } from '../search/useSearchWords.ts';
import { Hero } from './Hero.tsx';
import { BOOKING, placeOfStep, type Step } from './nextStep.ts';
import { openOurChat } from './openOurChat.ts';
import { SayHow } from './SayHow.tsx';
import { type Sight, StepPicture } from './StepPicture.tsx';

const SIGHTS: Partial<Record<Step['kind'], Sight>> = {
  ...{ sayHow: 'played', saidHow: 'played' },
  ...{ meet: 'days', meetAgain: 'days', met: 'days', firstChat: 'days' },
  ...{ signAgreement: 'page', draftAgreement: 'page', waitForDraft: 'page', waitForSignature: 'page' },
  ...{ meetBooked: 'together', meetSoon: 'together', meetNow: 'together', rest: 'together' },
  ...{ spaceClosed: 'together', answerIntroduction: 'together', waitForAnswer: 'together' },
};

interface NextStepProps {
  step: Step;
  /** The reader's first name. */
  me: string;
  go(place: Place): void;
  isHeld: boolean;
  /** A face was given: the step stays on screen until it is let go of. */
  onHold(step: Step | undefined): void;
}

/** The one clear thing to do next, in plain words. */
export function NextStep({ step, me, go, isHeld, onHold }: NextStepProps) {
  const { t } = useTranslation('tab');
  const values = useStepWords(step);
  const people = usePeople(step, me);
  const picture = <StepPicture sight={SIGHTS[step.kind] ?? 'alone'} people={people} />;
  const caption = t(`step.${step.kind}.caption`, values);
  const card = 'card' in step ? step.card : undefined;
  const byRole = step.kind === 'answerInvitation' || step.kind === 'finishProfile';
  const lead = byRole
    ? t(`step.${step.kind}.text.${step.enrolment.role}`)
    : t(`step.${step.kind}.text`, values);
  const hero = { caption, title: t(`step.${step.kind}.title`, values), lead, picture };
  if (card && (step.kind === 'sayHow' || step.kind === 'saidHow'))
    return (
      <SayHow
        key={card.meeting?.occurrence}
        {...{ card, me, hero, isHeld, names: values.names }}
        onGiven={() => onHold(step)}
        onDone={() => onHold(undefined)}
      />
    );
  return (
    <Hero {...hero}>
      {card && BOOKING.includes(step.kind) ? (
        <PlanMeeting
          pair={card.pair}
          {...{ me, names: values.names }}
          kind="meeting"
          size="large"
          isFirst={step.kind === 'meet'}
        />
      ) : (
        <Go step={step} go={go} />
      )}
    </Hero>
  );
}

function Go({ step, go }: Pick<NextStepProps, 'step' | 'go'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const place = placeOfStep(step);
  const { run, busy, trouble } = useAction();
  return (
    <>
      <div className={page.actions}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          onClick={() => (place ? go(place) : void run(openOurChat))}
        >
          {t(`step.${step.kind}.go` as 'step.meetNow.go')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </>
  );
}

/** Which programme a step is about; empty where it is none in particular. */
function programmeOf(step: Step): string {
  if ('backed' in step) return step.backed.cohortName;
  return 'enrolment' in step ? step.enrolment.cohortName : '';
}

/** How many partners a step speaks of; whoever waits for a draft also hears what they are together. */
function groupOf(step: Step) {
  if (!('card' in step)) return several([]);
  return step.kind === 'waitForDraft' ? severalIn(step.card) : several(step.card.partners);
}

/** What the sentences of a step speak of: who, when on each clock, until when, in which programme. */
function useStepWords(step: Step) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const dates = useDates();
  const card = 'card' in step ? step.card : undefined;
  const partners = card?.partners ?? [];
  const isBooked = step.kind === 'meetBooked' || step.kind === 'meetSoon';
  const { data: planning } = usePlanning(card?.pair ?? '', isBooked);
  const elsewhere = useElsewhere(planning?.partners ?? []);
  const at = card?.meeting?.at;
  const there = at && isBooked ? elsewhere(at) : [];
  const isUnsure = step.kind === 'sayHow' && card?.meeting?.isSure === false;
  return {
    ...withReader(
      locale,
      partners.map(({ firstName }) => firstName),
    ),
    ...groupOf(step),
    moment: at ? dates.moment(at) : '',
    time: at ? dates.time(at) : '',
    day: at ? dates.day(at) : '',
    until: card?.pausedUntil ? dates.date(card.pausedUntil) : '',
    cohort: programmeOf(step),
    elsewhere: there.map((one) => `${t('plan.for', one)}. `).join(''),
    ...useSearchWords('search' in step ? step.search : undefined),
    ...(isUnsure && { context: 'unsure' }),
  };
}

/** The pair as its picture shows it, the reader last. */
function usePeople(step: Step, me: string): Faced[] {
  const card = 'card' in step ? step.card : undefined;
  const { data: photos } = usePairPhotos(card ?? {});
  if (!card) return [];
  const { role, partners } = card;
  const theirs = role === 'executive' ? 'mentor' : 'executive';
  return [
    ...partners.map(({ firstName }, n) => ({ firstName, role: theirs, photo: photos?.partners[n] }) as const),
    { firstName: me, role, photo: photos?.mine },
  ];
}
