import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { type MeetingStanding, meetingStanding } from '#domain/meetings/stage.ts';
import { greetedAs } from '#domain/people/givenName.ts';
import { hasGiven } from '#usecases/meetings/feedback.ts';
import { listPairCards, type PairCardSeen } from '#usecases/pairs/cards.ts';
import { hasSpace, listPairs, type OpenPair } from '#usecases/pairs/pairs.ts';
import { ownName } from '#usecases/people/contacts.ts';
import { NO_SETTINGS } from '#usecases/people/settings.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Everything the first screen of the tab needs, from the person's own partition and those of their pairs. */
export async function getMe(ctx: Context, actor: Pick<Actor, 'person' | 'roles'>) {
  const rows = await Partition.open(ctx, 'people', actor.person);
  const name = ownName(rows);
  const settings = rows.find('settings')?.value ?? NO_SETTINGS;
  const enrolments = rows.list('enrolment').map(({ id, value: { cohortName, role, state } }) => ({
    ...{ cohort: asId<CohortId>(id), cohortName, role, state },
  }));
  return {
    person: actor.person,
    name,
    firstName: greetedAs(name),
    isChampion: rows.list('champion').length > 0,
    isSponsor: actor.roles.includes('Sponsor'),
    canCreateCohorts: actor.roles.includes('Champion'),
    enrolments,
    pairs: await listPairsOnHome(ctx, actor.person),
    locale: settings.locale,
    timeZone: settings.timeZone,
    newsMuted: settings.newsMuted,
  };
}

/** The pairs of a person; with those that meet, where they stand. Their rows are the ones just read. */
async function listPairsOnHome(
  ctx: Context,
  person: PersonId,
): Promise<(PairCardSeen & { meeting?: MeetingStanding })[]> {
  const open = new Map((await listPairs(ctx, person)).map((pair) => [pair.id, pair]));
  return (await listPairCards(ctx, person)).map((card) => {
    const pair = card.next === 'meet' ? open.get(card.pair) : undefined;
    return pair && hasSpace(pair) ? { ...card, meeting: standingOf(pair, ctx.clock.now()) } : card;
  });
}

const standingOf = ({ rows, me }: OpenPair, nowMs: number): MeetingStanding =>
  meetingStanding(
    rows.list('meeting').map(({ value }) => value),
    { nowMs, hasGiven: (occurrence) => hasGiven(rows, occurrence, me.person) },
  );
