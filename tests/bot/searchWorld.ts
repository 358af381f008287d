import { asId, type PersonId, type TopicId, toInstant } from '#domain/basics/ids.ts';
import type { Enrolment, Member } from '#domain/cohorts/member.ts';
import type { Role } from '#domain/people/person.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { listRows } from '#usecases/story/rows.ts';
import { aPairWorld, aPerson, type PairWorld, PILOT } from './pairWorld.ts';

export interface SearchWorld extends PairWorld {
  bruno: PersonId;
  chiara: PersonId;
  /** A second executive with Clara's wishes. */
  henrik: PersonId;
  at: { cohort: typeof PILOT; person: PersonId };
}

const topic = (id: string) => asId<TopicId>(id);
const wanting = (zone: string, over: Partial<Profile> = {}): Profile => ({
  ...emptyProfile(zone, ['en']),
  ...{ wants: [topic('generativeAi')], meets: ['walk', 'coffee'], interests: [topic('cycling')], ...over },
});
const offering = (zone: string, strength: 2 | 3, over: Partial<Profile> = {}): Profile => ({
  ...emptyProfile(zone, ['en']),
  ...{ offers: [{ topic: topic('generativeAi'), strength }], meets: ['walk'], ...over },
});

/**
 * The finance pilot with Clara (London) and Henrik (Oslo), who want to understand generative AI, and three who
 * know it: Aisha (Berlin) suits best, then Bruno (New York), then Chiara (Rome).
 */
export async function aSearchWorld(zones: { clara?: string } = {}): Promise<SearchWorld> {
  const world = await aPairWorld();
  const { ctx, clara, aisha } = world;
  await setProfile(world, clara, wanting(zones.clara ?? 'Europe/London'));
  await setProfile(
    world,
    aisha,
    offering('Europe/Berlin', 3, { interests: [topic('cycling')], meets: ['walk', 'coffee'] }),
  );
  const bruno = await aPerson(ctx, 'Bruno Przykład', offering('America/New_York', 3));
  const chiara = await aPerson(ctx, 'Chiara Esempio', offering('Europe/Rome', 2));
  const henrik = await aPerson(ctx, 'Henrik Eksempel', wanting('Europe/Oslo'));
  for (const person of [clara, henrik]) await joinPilot(world, person, 'executive');
  for (const person of [aisha, bruno, chiara]) await joinPilot(world, person, 'mentor');
  return { ...world, bruno, chiara, henrik, at: { cohort: PILOT, person: clara } };
}

/** Makes somebody's profile what it says; their settings keep step. */
async function setProfile({ ctx }: PairWorld, person: PersonId, profile: Profile): Promise<void> {
  for (const [key, value] of Object.entries({
    profile,
    settings: { locale: 'en', timeZone: profile.timeZone, newsMuted: false },
  })) {
    const known = await ctx.tables.find('people', person, key);
    const change = known
      ? ({ op: 'replace', key, value, etag: known.etag } as const)
      : ({ op: 'create', key, value } as const);
    await ctx.tables.commit('people', person, [change]);
  }
}

export async function changeProfile(
  world: PairWorld,
  person: PersonId,
  change: Partial<Profile>,
): Promise<void> {
  const known = await world.ctx.tables.find('people', person, 'profile');
  await setProfile(world, person, { ...(known?.value as Profile), ...change });
}

async function joinPilot({ ctx }: PairWorld, person: PersonId, role: Role): Promise<void> {
  const now = toInstant(ctx.clock.now());
  const member: Member = { role, state: 'joined', waiting: false };
  const enrolment: Enrolment = {
    cohortName: 'Finance pilot',
    role,
    state: 'joined',
    invitedAt: now,
    answeredAt: now,
  };
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `member_${person}`, value: member }]);
  await ctx.tables.commit('people', person, [{ op: 'create', key: `enrolment_${PILOT}`, value: enrolment }]);
}

export const memberIn = async ({ ctx }: PairWorld, person: PersonId): Promise<Member> =>
  (await ctx.tables.find('cohorts', PILOT, `member_${person}`))?.value as Member;

/** The pairs that somebody's places are taken by. */
export const slotsOf = async ({ ctx }: PairWorld, person: PersonId): Promise<string[]> =>
  (await listRows(ctx, 'people', person, 'slot')).map(({ value }) => value.pair);

/** Everything a champion's rows hold, without what only counts versions. */
export const championRows = ({ ctx }: PairWorld): string =>
  JSON.stringify(ctx.tables.all('cohorts').map(({ key, value }) => [key, value]));
