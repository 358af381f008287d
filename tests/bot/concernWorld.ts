import type { PersonId } from '#domain/basics/ids.ts';
import { emptyProfile } from '#domain/profile/profile.ts';
import { aContactIn, HANA } from '#tests/bot/aContactIn.ts';
import { aPaired, aPerson, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { START } from '#tests/fakes/clock.ts';

/** What nobody but Clara and her contact may ever find anywhere. */
export const SECRET = 'He shouted at me in front of everybody, and then he laughed.';

/** Clara and Aisha are a pair; Hana is the contact of the pilot, Samuel stands in, and the bot reaches both. */
export interface ConcernWorld extends PairWorld {
  hana: PersonId;
  samuel: PersonId;
  at: { cohort: typeof PILOT; person: PersonId };
}

const CHANNEL = {
  ...{ serviceUrl: 'https://smba.example', tenantId: 't', botId: '28:b', state: 'open' },
};

/** The bot can write to this person, or could until `state` changed. */
export async function reach({ ctx }: PairWorld, person: PersonId, state = 'open'): Promise<void> {
  const known = await ctx.tables.find('people', person, 'channel');
  const value = { ...CHANNEL, conversationId: `a:${person}`, userId: `29:${person}`, state };
  await ctx.tables.commit('people', person, [
    known
      ? { op: 'replace', key: 'channel', value, etag: known.etag }
      : { op: 'create', key: 'channel', value },
  ]);
}

/** Somebody was invited to the pilot, and joined. */
async function enrol({ ctx }: PairWorld, person: PersonId): Promise<void> {
  const own = { cohortName: 'Finance pilot', role: 'executive', state: 'joined' };
  const value = { ...own, invitedAt: START, answeredAt: START };
  await ctx.tables.commit('people', person, [{ op: 'create', key: `enrolment_${PILOT}`, value }]);
}

export async function aConcernWorld(): Promise<ConcernWorld> {
  const world = await aPaired();
  const { ctx, clara, aisha } = world;
  const old = await ctx.tables.find('cohorts', PILOT, `contact_${HANA}`);
  await ctx.tables.commit('cohorts', PILOT, [
    { op: 'remove', key: `contact_${HANA}`, etag: old?.etag ?? '' },
  ]);
  const hana = await aPerson(ctx, 'Hana Vzorová', emptyProfile('UTC', ['en']));
  const samuel = await aPerson(ctx, 'Samuel Voorbeeld', emptyProfile('UTC', ['en']));
  await aContactIn(ctx, PILOT, {}, hana);
  await aContactIn(ctx, PILOT, { seat: 'standIn', written: 'Samuel Voorbeeld' }, samuel);
  for (const one of [hana, samuel]) await reach(world, one);
  for (const one of [clara, aisha]) await enrol(world, one);
  return { ...world, hana, samuel, at: { cohort: PILOT, person: clara } };
}
