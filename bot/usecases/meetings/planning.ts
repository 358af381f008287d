import { type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { minutesFor } from '#domain/meetings/length.ts';
import { hasStarted, tookPlace } from '#domain/meetings/meetings.ts';
import { type ProposedTime, proposeTimes } from '#domain/meetings/proposedTimes.ts';
import { type AgreementText, standing } from '#domain/pairs/agreement.ts';
import { isFirstChat } from '#domain/pairs/introduction.ts';
import { teamsNameOf } from '#domain/people/person.ts';
import type { ReachWay } from '#domain/profile/profile.ts';
import { firstNameIn, type OpenPair, openActivePair, openPair, othersIn } from '#usecases/pairs/pairs.ts';
import { getPerson } from '#usecases/people/people.ts';
import { settingsIn, workWeekOf } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { meetingsIn } from './meetings.ts';

const PROPOSED = 3;

/** When the next conversation could be, and for how long. */
export interface NextTimes {
  times: ProposedTime[];
  /** How long it would be. */
  minutes: number;
}

/** What somebody needs to find a time with their partners, and to reach them. */
export interface PlanningSeen extends NextTimes {
  partners: { firstName: string; mail: string; timeZone: string; reach: ReachWay[] }[];
  rhythm: AgreementText['rhythm'];
}

/**
 * How and when the partners can be met: from both yeses on, and while there is time for a first chat; refused as the
 * pair itself is before and after.
 */
export async function getPlanning(ctx: Context, person: PersonId, id: PairId): Promise<PlanningSeen> {
  const seen = await openPair(ctx, person, id);
  const open = isForFirstChat(seen) ? seen : await openActivePair(ctx, person, id);
  const partners = othersIn(open.pair, person).map(async (partner) => {
    const rows = await Partition.open(ctx, 'people', partner);
    const mail = teamsNameOf(await getPerson(ctx, partner));
    const { timeZone } = settingsIn(rows);
    const reach = rows.find('profile')?.value.reach ?? [];
    return { firstName: firstNameIn(open.pair, partner), mail, timeZone, reach };
  });
  return {
    partners: await Promise.all(partners),
    rhythm: standing(open.pair, open.agreements)?.text.rhythm ?? 'none',
    ...(await nextTimes(ctx, open)),
  };
}

const isForFirstChat = ({ state, pair }: OpenPair): boolean => state === 'introduced' && isFirstChat(pair);

/**
 * Times at which all members are at work, by their own clocks, hours and days off; from the day on which the pair goes
 * on, where it rests. The one place that proposes any: cards, Home and the space say the same.
 */
export async function nextTimes(
  ctx: Context,
  open: Pick<OpenPair, 'pair' | 'rows' | 'agreements'>,
): Promise<NextTimes> {
  const { pair, rows, agreements } = open;
  const nowMs = ctx.clock.now();
  const people = await Promise.all(pair.members.map(({ person }) => Partition.open(ctx, 'people', person)));
  const weeks = people.map((one) => workWeekOf(settingsIn(one)));
  const minutes = minutesFor({
    isFirstChat: pair.state === 'introduced',
    hasMet: meetingsIn(rows).some((meeting) => tookPlace(meeting) && hasStarted(meeting, nowMs)),
    agreed: standing(pair, agreements)?.text,
  });
  const fromMs = pair.state === 'paused' ? Math.max(nowMs, toMs(pair.pause.resumesAt)) : nowMs;
  return { minutes, times: proposeTimes(weeks, { nowMs: fromMs, minutes, count: PROPOSED }) };
}
