import type { PersonId } from '#domain/basics/ids.ts';
import { toInstant } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import { aSigned, PAIR, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

/** Clara and Aisha take part in the pilot and have signed. */
export async function aPairIn(): Promise<PairWorld> {
  const world = await aSigned();
  await joined(world, world.clara, 'executive');
  await joined(world, world.aisha, 'mentor');
  world.sent.length = 0;
  return world;
}

async function joined({ ctx }: PairWorld, person: PersonId, role: Role): Promise<void> {
  const at = toInstant(ctx.clock.now());
  const own = { cohortName: 'Finance pilot', role, state: 'joined', invitedAt: at, answeredAt: at };
  await ctx.tables.commit('people', person, [{ op: 'create', key: `enrolment_${PILOT}`, value: own }]);
  const member = { role, state: 'joined', joinedAt: at, waiting: false };
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `member_${person}`, value: member }]);
}

export const pairIn = async ({ ctx }: PairWorld) => (await findRow(ctx, 'pairs', PAIR, 'pair'))?.value;
export const memberIn = async ({ ctx }: PairWorld, person: PersonId) =>
  (await findRow(ctx, 'cohorts', PILOT, 'member', person))?.value;
export const projected = async ({ ctx }: PairWorld) =>
  (await findRow(ctx, 'cohorts', PILOT, 'pair', PAIR))?.value;
/** How many places the pair takes of somebody. */
export const slotsOf = async ({ ctx }: PairWorld, person: PersonId): Promise<number> =>
  (await listRows(ctx, 'people', person, 'slot')).filter(({ value }) => value.pair === PAIR).length;
/** Everything a champion could read of the cohort. */
export const cohortText = async ({ ctx }: PairWorld): Promise<string> =>
  JSON.stringify((await ctx.tables.list('cohorts', PILOT)).filter(({ key }) => !key.startsWith('outbox_')));
export const told = ({ sent }: PairWorld, kind: string) =>
  sent.filter(({ view }) => view.kind === kind).map(({ to }) => to);
