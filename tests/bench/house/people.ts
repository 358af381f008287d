import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { Enrolment, Member } from '#domain/cohorts/member.ts';
import type { Person, Role, Settings } from '#domain/people/person.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { guidOf } from '#tests/guid.ts';
import { personOf, rememberChannel } from '#usecases/people/people.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import type { Change, Value } from '#usecases/story/ports.ts';
import { BOT, TENANT, type Writer } from './connector.ts';

export interface Somebody extends Writer {
  id: PersonId;
  mail: string;
}

const SETTINGS: Settings = { locale: 'en-GB', timeZone: 'Europe/Zurich', newsMuted: false };
const since = asId<Enrolment['invitedAt']>('2026-11-02T09:00:00.000Z');
const ENDS_ON = asId<Cohort['endsOn']>('2027-05-31');
const create = (key: string, value: Value): Change => ({ op: 'create', key, value });
const memberAs = (role: Role): Member => ({ role, state: 'joined', waiting: false });
const enrolmentAs = (role: Role): Enrolment => ({
  ...{ cohortName: 'Finance pilot', endsOn: ENDS_ON, role, state: 'joined' },
  ...{ invitedAt: since, answeredAt: since },
});

export async function aCohort(ctx: TestContext, id: CohortId): Promise<void> {
  const cohort: Cohort = {
    ...{ name: 'Finance pilot', kind: 'pilot', state: 'running', fitFloor: 0 },
    startsOn: asId('2026-11-01'),
    endsOn: ENDS_ON,
    createdAt: since,
  };
  await ctx.tables.commit('cohorts', id, [create('cohort', cohort)]);
  await aContactIn(ctx, id);
}

const profileWith = (capacity: number): Profile => ({
  ...emptyProfile('Europe/Zurich', ['en', 'de']),
  wants: [asId('generativeAi'), asId('socialMedia')],
  offers: [{ topic: asId('budgeting'), strength: 3 }],
  meets: ['walk', 'coffee'],
  capacity,
});

/** Somebody who joined these cohorts and whom the bot reaches, as if they had talked before. */
export async function aMember(
  ctx: TestContext,
  made: { name: string; role: Role; serviceUrl: string; cohorts: CohortId[]; capacity?: number },
): Promise<Somebody> {
  const { name, role, serviceUrl, cohorts, capacity = 1 } = made;
  const key = name.toLowerCase().replace(' ', '.');
  const one = { directoryId: guidOf(key), mail: `${key}@turntable.example`, name };
  const id = await personOf(ctx, { ...one, signInName: one.mail });
  const [userId, chatId] = [`29:${key}`, `a:${key}`];
  await ctx.tables.commit('people', id, [
    create('profile', profileWith(capacity)),
    create('settings', SETTINGS),
    ...cohorts.map((cohort) => create(`enrolment_${cohort}`, enrolmentAs(role))),
  ]);
  await rememberChannel(ctx, id, {
    ...{ serviceUrl, conversationId: chatId, tenantId: TENANT, userId, botId: `28:${BOT}`, state: 'open' },
  });
  for (const cohort of cohorts)
    await ctx.tables.commit('cohorts', cohort, [create(`member_${id}`, memberAs(role))]);
  return { ...one, id, userId, chatId };
}

/** Fills every cohort up to `people` members, the same ones everywhere: a row and lookups of their own, no story. */
export async function aCrowd(ctx: TestContext, cohorts: readonly CohortId[], people: number): Promise<void> {
  for (const [n, cohort] of cohorts.entries()) {
    const known = await ctx.tables.list('cohorts', cohort, { from: 'member_', to: 'member`' });
    const missing = Array.from({ length: Math.max(0, people - known.length) }, (_, m) => m);
    for (const some of inChunks(missing, 100))
      await ctx.tables.commit(
        'cohorts',
        cohort,
        some.map((m) => create(`member_${crowdId(m)}`, memberAs(m % 2 ? 'mentor' : 'executive'))),
      );
    if (n === 0) for (const m of missing) await somebodyElse(ctx, m);
  }
}

const crowdId = (n: number): PersonId => asId(`crowd-${String(n).padStart(6, '0')}`);

async function somebodyElse(ctx: TestContext, n: number): Promise<void> {
  const [id, mail, directoryId] = [crowdId(n), `crowd${n}@turntable.example`, guidOf(`crowd-${n}`)];
  const person: Person = {
    ...{ name: `Person ${n}`, mail, signInName: mail, directoryId, addresses: [mail], joinedTo: '' },
  };
  await ctx.tables.commit('people', id, [create('person', person)]);
  await ctx.tables.commit('lookups', 'oid', [
    create(directoryId, { person: id, isMet: true, isAsked: true, seen: [mail] }),
  ]);
  await ctx.tables.commit('lookups', 'mail', [create(mail, { person: id })]);
}
