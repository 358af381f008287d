import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { USUAL_HOURS } from '#domain/basics/workingDays.ts';
import { isOver } from '#domain/cohorts/cohort.ts';
import { isTheirs } from '#domain/cohorts/member.ts';
import type { MeetingStanding } from '#domain/meetings/stage.ts';
import { greetedAs } from '#domain/people/givenName.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { standingOf } from '#usecases/meetings/standing.ts';
import { listPairCards, type PairCardSeen } from '#usecases/pairs/cards.ts';
import { viewOfGoals } from '#usecases/pairs/goals.ts';
import { hasSpace, listPairs, type OpenPair } from '#usecases/pairs/pairs.ts';
import { ownName } from '#usecases/people/contacts.ts';
import { NO_SETTINGS } from '#usecases/people/settings.ts';
import { listBacked } from '#usecases/sponsors/sponsors.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Everything the first screen of the tab needs, from the person's own partition and those of their pairs. */
export async function getMe(ctx: Context, actor: Pick<Actor, 'person' | 'roles'>) {
  const rows = await Partition.open(ctx, 'people', actor.person);
  const name = ownName(rows);
  const settings = rows.find('settings')?.value ?? NO_SETTINGS;
  return {
    person: actor.person,
    name,
    firstName: greetedAs(name),
    isChampion: rows.list('champion').length > 0,
    isContact: rows.list('contact').length > 0,
    backs: await listBacked(ctx, rows),
    canCreateCohorts: actor.roles.includes('Champion'),
    enrolments: await listEnrolments(ctx, rows),
    pairs: await listPairsOnHome(ctx, actor.person),
    locale: settings.locale,
    timeZone: settings.timeZone,
    newsMuted: settings.newsMuted,
    nudgesMuted: settings.nudgesMuted ?? false,
    named: settings.named ?? false,
    hours: settings.hours ?? USUAL_HOURS,
  };
}

/** The programmes of a person that are theirs still, and whether each is over. Only of an older row the cohort is asked. */
function listEnrolments(ctx: Context, rows: Partition<'people'>) {
  const theirs = rows.list('enrolment').filter(({ value }) => isTheirs(value));
  return inParallel(theirs, async ({ id, value }) => {
    const cohort = asId<CohortId>(id);
    const { cohortName, role, state } = value;
    const endsOn = value.endsOn ?? (await cohortOf(ctx, cohort))?.endsOn;
    const isPast = endsOn !== undefined && isOver(endsOn, ctx.clock.now());
    return { cohort, cohortName, role, state, isOver: isPast };
  });
}

/** A pair on Home: with those that have a space, where they stand with meetings, and what they aim at. */
interface PairOnHome extends PairCardSeen {
  meeting?: MeetingStanding;
  goal?: GoalOnHome;
}

/** A goal, and how sure its owner felt of it when it began and feels now, from 1 to 5. */
interface GoalOnHome {
  text: string;
  isMine: boolean;
  ownerFirstName: string;
  began: number;
  confidence: number;
}

/** The pairs of a person. Their rows are the ones just read. */
async function listPairsOnHome(ctx: Context, person: PersonId): Promise<PairOnHome[]> {
  const open = new Map((await listPairs(ctx, person)).map((pair) => [pair.id, pair]));
  return (await listPairCards(ctx, person)).map((card) => {
    const pair = open.get(card.pair);
    if (!pair || !hasSpace(pair)) return card;
    const goal = goalOf(pair);
    return { ...card, meeting: standingOf(pair, ctx.clock.now()), ...(goal && { goal }) };
  });
}

/** The reader's own first open goal, else the first of somebody else. */
function goalOf(pair: OpenPair): GoalOnHome | undefined {
  const going = viewOfGoals(pair).filter(({ state }) => state === 'open');
  const goal = going.find(({ isMine }) => isMine) ?? going[0];
  if (!goal) return undefined;
  const { text, isMine, ownerFirstName, confidence, steps } = goal;
  return { text, isMine, ownerFirstName, confidence, began: steps[0]?.confidence ?? confidence };
}
