import { createHash } from 'node:crypto';
import type { OccurrenceId, PairId } from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import type { Context } from '#usecases/story/context.ts';
import { createLookups, findLookup, removeLookups } from '#usecases/story/lookups.ts';
import { retrying } from '#usecases/story/partition.ts';

/** How Teams names a meeting: a key to look up, never an authority. Either may be empty. */
export interface TeamsIds {
  teamsMeeting: string;
  teamsChat: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

/** Both kinds of key lie in one partition, so that a claim takes both or none. Digests, because a Teams id may be longer than a key and hold what a key may not. */
const keysOf = ({ teamsMeeting, teamsChat }: TeamsIds): string[] => [
  ...(teamsMeeting ? [`meeting_${digest(teamsMeeting)}`] : []),
  ...(teamsChat ? [`chat_${digest(teamsChat)}`] : []),
];

export const isNamed = (ids: TeamsIds): boolean => keysOf(ids).length > 0;

/** Whose meeting this is, as one of its members confirmed it; undefined when nobody has. */
export async function findOwner(ctx: Context, ids: TeamsIds): Promise<PairId | undefined> {
  return (await ownersOf(ctx, keysOf(ids))).find((owner) => owner !== undefined);
}

const ownersOf = (ctx: Context, keys: string[]) =>
  Promise.all(
    keys.map(async (key) => {
      return (await findLookup(ctx.tables, 'meeting', key))?.value.pair;
    }),
  );

/** Insert-once: answers the pair the meeting belongs to afterwards, which is another when that was first. */
export async function claimOwner(ctx: Context, ids: TeamsIds, pair: PairId): Promise<PairId> {
  return retrying(ctx, async () => {
    const keys = keysOf(ids);
    const owners = await ownersOf(ctx, keys);
    const owner = owners.find((found) => found !== undefined) ?? pair;
    if (owner !== pair) return owner;
    const free = keys.filter((_, n) => owners[n] === undefined);
    await createLookups(
      ctx.tables,
      'meeting',
      free.map((key) => ({ key, value: { pair } })),
    );
    return pair;
  });
}

/** Gives a meeting back: whoever is in it may say anew whose it is. Only what belongs to this pair. */
export async function releaseOwner(ctx: Context, ids: TeamsIds, pair: PairId): Promise<void> {
  await retrying(ctx, async () => {
    const found = await Promise.all(keysOf(ids).map((key) => findLookup(ctx.tables, 'meeting', key)));
    const theirs = found.filter((row) => row?.value.pair === pair).flatMap((row) => row ?? []);
    if (theirs.length > 0) await removeLookups(ctx.tables, 'meeting', theirs);
  });
}

/** Teams uses one id for all dates of a recurring meeting: an occurrence is that id and a start. */
export const occurrenceId = ({ teamsMeeting, teamsChat }: TeamsIds, startedAt: string): OccurrenceId =>
  digest(`${teamsMeeting || teamsChat}\n${startedAt}`).slice(0, 24) as OccurrenceId;

/** Of a pair's meetings, those that are dates of this Teams meeting. */
export const datesOf = (meetings: Meeting[], ids: TeamsIds): Meeting[] =>
  meetings.filter(
    (meeting) =>
      (ids.teamsMeeting !== '' && meeting.teamsMeeting === ids.teamsMeeting) ||
      (ids.teamsChat !== '' && meeting.teamsChat === ids.teamsChat),
  );
