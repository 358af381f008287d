import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import type { Channel, Person, Settings } from '#domain/people/person.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { guidOf } from '#tests/guid.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import type { Change, Value } from '#usecases/story/ports.ts';
import { BOT, TENANT } from '../house/connector.ts';

const create = (key: string, value: Value): Change => ({ op: 'create', key, value });
const CHAMPION = asId<PersonId>('noor');
const DAY_MS = 86_400_000;
/** How long until the next Wednesday, at this hour: nobody rests then, wherever they live. */
export const untilWorkMs = (nowMs: number): number => ((10 - new Date(nowMs).getUTCDay()) % 7) * DAY_MS;

/** At work at any hour of a working day. */
const SETTINGS: Settings = {
  ...{ locale: 'en-GB', timeZone: 'Europe/Zurich', newsMuted: false },
  hours: { from: 0, to: 24 },
};

export const personOf = (n: number): PersonId => asId(`person-${String(n).padStart(6, '0')}`);
export const chatOf = (person: PersonId): string => `chat-of-${person}`;

const personRow = (name: string): Person => ({
  ...{ name, mail: `${name}@turntable.example`, signInName: '', directoryId: guidOf(name) },
  ...{ addresses: [], joinedTo: '' },
});

/** A cohort of so many who joined and whom the bot reaches at any hour, written straight into storage. */
export async function aCompany(
  ctx: Context,
  { cohort, people, serviceUrl }: { cohort: CohortId; people: number; serviceUrl: string },
): Promise<InCohort> {
  const about: Cohort = {
    ...{ name: 'Large wave', kind: 'wave', state: 'running', fitFloor: 0 },
    ...{ startsOn: asId('2026-11-01'), endsOn: asId('2027-05-31') },
    createdAt: asId('2026-11-01T09:00:00.000Z'),
  };
  const champion = { since: about.createdAt };
  await ctx.tables.commit('cohorts', cohort, [
    create('cohort', about),
    create(`champion_${CHAMPION}`, champion),
  ]);
  await aContactIn(ctx, cohort);
  await ctx.tables
    .commit('people', CHAMPION, [create('person', personRow('Noor Prøve'))])
    .catch(() => undefined);
  const all = Array.from({ length: people }, (_, n) => personOf(n));
  const member = (n: number): Member => ({
    ...{ role: n % 2 ? 'mentor' : 'executive', state: 'joined', waiting: false },
  });
  for (const some of inChunks([...all.entries()], 100))
    await ctx.tables.commit(
      'cohorts',
      cohort,
      some.map(([n, person]) => create(`member_${person}`, member(n))),
    );
  await inParallel(all, (person) => somebody(ctx, person, serviceUrl), 24);
  return { cohort, person: CHAMPION };
}

/** Somebody who is there already keeps the rows they have. */
async function somebody(ctx: Context, person: PersonId, serviceUrl: string): Promise<void> {
  const channel: Channel = {
    ...{ serviceUrl, conversationId: chatOf(person), tenantId: TENANT, userId: `29:${person}` },
    ...{ botId: `28:${BOT}`, state: 'open' },
  };
  const rows = [
    create('channel', channel),
    create('settings', SETTINGS),
    create('person', personRow(person)),
  ];
  await ctx.tables.commit('people', person, rows).catch(() => undefined);
}

/** Whether what we say of somebody is what the connector knows. */
export const isTrue = ({ state }: Pick<Delivery, 'state'>, times: number): boolean =>
  state === 'sent' ? times === 1 : state === 'unknown' ? times <= 1 : state === 'failed' && times === 0;
