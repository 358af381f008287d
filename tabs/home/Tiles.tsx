import { Avatar, AvatarGroup, AvatarGroupItem, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, PairOnHome } from '#api/contract/me.ts';
import { usePlanning } from '../api/meetings.ts';
import { usePairPhotos } from '../api/photos.ts';
import { Confidence } from '../pair/goals/Confidence.tsx';
import { useFeeling } from '../pair/goals/useFeeling.ts';
import { cityOf, useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { faceOf } from '../parts/face.ts';
import { withReader } from '../parts/names.ts';
import type { Place } from '../parts/place.ts';
import { several } from '../parts/several.ts';
import { Tile } from './Tile.tsx';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
});

type Enrolment = Me['enrolments'][number];
interface TilesProps {
  me: Me;
  go(place: Place): void;
}

/** Of a programme that is over only whoever takes part finds the page still: it says who is there for them. */
export const isListed = ({ isOver, state }: Enrolment): boolean => !isOver || state === 'joined';
/** Whether a programme needs somebody's eye, or nothing else would lead to it. */
const isToAnswer = ({ isOver, state }: Enrolment): boolean =>
  !isOver && (state === 'invited' || state === 'later');

/** Programmes that stand as tiles; the others are named in the line of help. */
export const tiledProgrammes = ({ pairs, enrolments }: Me): Enrolment[] =>
  enrolments.filter(pairs.some(({ goal }) => goal) ? isToAnswer : isListed);

/** Whom somebody meets, what they aim at, what they take part in. */
export function Tiles({ me, go }: TilesProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const goal = me.pairs.find((card) => card.goal);
  return (
    <div className={styles.tiles}>
      {me.pairs.map((card) => (
        <PairTile key={card.pair} card={card} go={go} />
      ))}
      {goal && <GoalTile card={goal} go={go} />}
      {me.backs.map((one) => (
        <Tile
          key={one.cohort}
          title={one.cohortName}
          lines={[
            one.waiting > 0 ? t('home.backs.waiting', { count: one.waiting }) : '',
            t('home.backs.line'),
          ]}
          onOpen={() => go({ at: 'sponsor', cohort: one.cohort })}
        />
      ))}
      {tiledProgrammes(me).map((one) => (
        <ProgrammeTile key={one.cohort} enrolment={one} go={go} />
      ))}
    </div>
  );
}

function PairTile({ card, go }: { card: PairOnHome; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const firstNames = card.partners.map(({ firstName }) => firstName);
  const others = withReader(locale, firstNames);
  const reach = useReach(card);
  const { data: photos } = usePairPhotos(card);
  return (
    <Tile
      title={t('home.pair', others)}
      lines={[useStateLine(card, others.names), reach]}
      face={<Faces names={firstNames} photos={photos?.partners} />}
      onOpen={() => go({ at: 'pair', pair: card.pair })}
    />
  );
}

function Faces({ names, photos = [] }: { names: readonly string[]; photos?: readonly string[] | undefined }) {
  const [name = ''] = names;
  if (names.length < 2)
    return <Avatar name={name} color="colorful" size={40} {...faceOf(photos[0])} aria-hidden="true" />;
  return (
    <AvatarGroup size={40} layout="stack" aria-hidden="true">
      {names.map((one, n) => (
        <AvatarGroupItem key={one} name={one} color="colorful" {...faceOf(photos[n])} />
      ))}
    </AvatarGroup>
  );
}

/** Where a pair stands, in a few words. */
function useStateLine(card: PairOnHome, names: string): string {
  const { t } = useTranslation('tab');
  const dates = useDates();
  const isForDraft = card.state === 'active' && card.next === 'wait';
  const { meeting } = card;
  const stage = meeting && card.next === 'meet' ? `stage.${meeting.stage}` : card.next;
  const state = card.state === 'ended' ? card.state : isForDraft ? 'waitForDraft' : stage;
  const at = meeting?.at;
  const until = card.pausedUntil ? dates.date(card.pausedUntil) : '';
  const when = { until, moment: at ? dates.moment(at) : '', day: at ? dates.day(at) : '' };
  const isUnsure = meeting?.stage === 'after' && !meeting.isSure;
  return t(`home.state.${state}` as 'home.state.meet', {
    ...{ names, ...when },
    ...(state === 'waitForDraft' && several(card.partners)),
    ...(isUnsure && { context: 'unsure' }),
  });
}

const MINUTE_MS = 60_000;

/** The clock of this machine, read once a minute. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How a partner likes to be reached, and what time it is where they are; empty until both have said yes. */
function useReach({ pair, state, next }: PairOnHome): string {
  const { t } = useTranslation('tab');
  const { locale, timeZone } = useReader();
  const dates = useDates();
  const isMet = state === 'active' || state === 'paused' || next === 'firstChat';
  const { data } = usePlanning(pair, isMet);
  const now = new Date(useMinute()).toISOString();
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  return (data?.partners ?? [])
    .map((partner) => {
      const reach = or.format(partner.reach.map((way) => t(`home.reach.${way}`)));
      const there = partner.timeZone !== timeZone;
      const time = there
        ? t('home.there', { time: dates.timeIn(now, partner.timeZone), city: cityOf(partner.timeZone) })
        : '';
      const said = [reach && t('home.reachBy', { ways: reach }), time].filter(Boolean).join(' · ');
      return said && (data?.partners.length ?? 0) > 1 ? `${partner.firstName}: ${said}` : said;
    })
    .filter(Boolean)
    .join('; ');
}

function GoalTile({ card, go }: { card: PairOnHome; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const feeling = useFeeling();
  const { goal } = card;
  if (!goal) return null;
  const owner = goal.isMine ? t('home.yourGoal') : t('home.goalOf', { name: goal.ownerFirstName });
  const role = goal.isMine ? card.role : card.role === 'executive' ? 'mentor' : 'executive';
  return (
    <Tile
      title={goal.text}
      lines={[`${owner} · ${feeling(goal.began, goal.confidence)}`]}
      picture={<Confidence began={goal.began} now={goal.confidence} owner={role} />}
      onOpen={() => go({ at: 'pair', pair: card.pair })}
    />
  );
}

function ProgrammeTile({ enrolment, go }: { enrolment: Enrolment; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  return (
    <Tile
      title={enrolment.cohortName}
      lines={[t(`home.enrolment.${enrolment.isOver ? 'over' : enrolment.state}`)]}
      onOpen={() => go({ at: 'invitation', cohort: enrolment.cohort })}
    />
  );
}
