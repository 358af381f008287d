import { outboxDue } from '#delivery/outboxCheck.ts';
import type { Notify, Outbox } from '#domain/all/messages.ts';
import type { Notice } from '#domain/all/notices.ts';
import { asId, type CohortId, type PairId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { AgreementText } from '#domain/pairs/agreement.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { DUE } from '#usecases/home/due.ts';
import { composeNotice, type Facts } from '#usecases/home/notices.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { agreementHash } from '#usecases/pairs/agreementHash.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { introduce } from '#usecases/pairs/making.ts';
import { personOf } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import type { DueWork } from '#usecases/story/due.ts';
import type { DueKind } from '#usecases/story/dueKind.ts';
import { TooEarly } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';

export const PILOT = asId<CohortId>('finance-pilot');
export const PAIR = asId<PairId>('pair-clara-aisha');
export const words = wordsFor('en');
const topic = (id: string) => asId<TopicId>(id);

/** A message that the bot would have sent, with the moment it left. */
export interface Sent {
  at: string;
  to: PersonId;
  job: string;
  view: Facts;
}

export interface PairWorld {
  ctx: TestContext;
  clara: PersonId;
  aisha: PersonId;
  diego: PersonId;
  sent: Sent[];
  /** Does everything the queue and the clock ask for, as worker and tick would. */
  settle(): Promise<void>;
  /** Moves the clock and settles at each due moment on the way. */
  until(iso: string): Promise<void>;
  sentTo(person: PersonId): Sent[];
}

/** Clara (London) learns, Aisha (Berlin) mentors, Diego (Madrid) stands outside; all in the finance pilot. */
export async function aPairWorld(): Promise<PairWorld> {
  const ctx = aContext();
  const cohort: Cohort = {
    name: 'Finance pilot',
    kind: 'pilot',
    state: 'running',
    startsOn: asId('2026-11-01'),
    endsOn: asId('2027-05-31'),
    fitFloor: 0,
    createdAt: asId('2026-11-01T09:00:00.000Z'),
  };
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: 'cohort', value: cohort }]);
  await aContactIn(ctx, PILOT);
  const clara = await aPerson(ctx, 'Clara Exampleton', {
    ...emptyProfile('Europe/London', ['en']),
    wants: [topic('generativeAi'), topic('own:bee keeping')],
    offers: [{ topic: topic('budgeting'), strength: 3 }],
    meets: ['walk', 'coffee'],
  });
  const aisha = await aPerson(ctx, 'Aisha Specimen', {
    ...emptyProfile('Europe/Berlin', ['en']),
    wants: [topic('budgeting')],
    offers: [{ topic: topic('generativeAi'), strength: 3 }],
    meets: ['walk'],
  });
  const diego = await aPerson(ctx, 'Diego Muestra', emptyProfile('Europe/Madrid', ['es', 'en']));
  const sent: Sent[] = [];
  const settle = () => settleAll(ctx, sent);
  return {
    ctx,
    clara,
    aisha,
    diego,
    sent,
    settle,
    until: async (iso) => {
      for (;;) {
        const next = (await ctx.tables.list('due', '0')).map(({ key }) => key.slice(0, 24)).sort()[0];
        if (!next || next > iso) break;
        if (Date.parse(next) > ctx.clock.now()) ctx.clock.set(next);
        await settle();
      }
      ctx.clock.set(iso);
      await settle();
    },
    sentTo: (person) => sent.filter(({ to }) => to === person),
  };
}

/** Somebody with a profile, known by the first name: `oid-clara`, `clara@turntable.example`. */
export async function aPerson(ctx: TestContext, name: string, profile: Profile): Promise<PersonId> {
  const key = name.split(' ')[0]?.toLowerCase() ?? '';
  const mail = `${key}@turntable.example`;
  const person = await personOf(ctx, { directoryId: `oid-${key}`, mail, name });
  const settings = { locale: 'en', timeZone: profile.timeZone, newsMuted: false };
  await ctx.tables.commit('people', person, [
    { op: 'create', key: 'profile', value: profile },
    { op: 'create', key: 'settings', value: settings },
  ]);
  return person;
}

/** What worker and tick do now, until nothing is left; also for a process that dies on the way. */
export async function settleAll(ctx: Context, sent: Sent[]): Promise<void> {
  for (;;) {
    const due = await ctx.due.list();
    for (const pointer of due) {
      await look(ctx, pointer.work);
      await ctx.due.remove(pointer);
    }
    const items = await ctx.queue.receive(32, 60_000);
    for (const { item, done } of items) {
      const row = await ctx.tables.find(item.table, item.partition, item.outbox);
      if (row && (await isDone(ctx, row.value as Outbox, sent))) {
        const { key, etag } = row;
        await ctx.tables.commit(item.table, item.partition, [{ op: 'remove', key, etag }]);
      }
      await done();
    }
    if (due.length + items.length === 0) return;
  }
}

/** What the tick does with one pointer. */
async function look(ctx: Context, { noun, ...about }: DueWork): Promise<void> {
  const kinds: DueKind<Record<string, string>>[] = [outboxDue, ...DUE];
  await kinds.find((one) => one.noun === noun)?.look(ctx, about);
}

/** False while it rests. What lies in chats already is left as it is. */
async function isDone(ctx: Context, { message }: Outbox, sent: Sent[]): Promise<boolean> {
  if (message.kind === 'broadcast')
    for (const { person: to } of await listDeliveries(ctx, message.job))
      await tell(ctx, { ...message, kind: 'notify', to }, sent);
  else if (message.kind === 'notify') await tell(ctx, message, sent);
  else if (message.kind !== 'amend')
    return carryOut(ctx, message).then(
      () => true,
      (error) => {
        if (error instanceof TooEarly) return false;
        throw error;
      },
    );
  return true;
}

async function tell(ctx: Context, message: Notify, sent: Sent[]): Promise<void> {
  const { to, job } = message;
  if (sent.some((one) => one.to === to && one.job === job)) return;
  const view = await compose(ctx, to, message.notice);
  if (view) sent.push({ at: new Date(ctx.clock.now()).toISOString(), to, job, view });
}

/** What the worker would say now, undefined when it is no longer due. */
const compose = (ctx: Context, to: PersonId, notice: Notice): Promise<Facts | undefined> =>
  composeNotice(ctx, to, notice);

export const introduceThem = ({ ctx, clara, aisha }: PairWorld, pair = PAIR) =>
  introduce(ctx, {
    pair,
    cohort: PILOT,
    executive: clara,
    mentor: aisha,
    reasons: [{ kind: 'learn', topic: topic('generativeAi'), strength: 3 }],
    fit: 800,
  });

export const AGREEMENT = {
  respectForTime: 'We start on time.',
  whatItIs: 'A conversation.',
  whatItIsNot: 'An assessment.',
  executiveWantsToLearn: 'How generative AI changes our work.',
  howEachHelps: 'Aisha shows, Clara opens doors.',
  whereAndHow: 'On a walk.',
  rhythm: 'none' as const,
  endsOn: asId<never>('2027-05-31'),
};

/** A signature under this version and text, with the box ticked. */
export const signed = (version: number, text: AgreementText = AGREEMENT) => ({
  ...{ version, hash: agreementHash(text), confidentiality: true },
});

/** Both said yes. */
export async function aPaired(): Promise<PairWorld> {
  const world = await aPairWorld();
  await introduceThem(world);
  await answerIntroduction(world.ctx, world.clara, PAIR, 'yes');
  await answerIntroduction(world.ctx, world.aisha, PAIR, 'yes');
  await world.settle();
  return world;
}

/** Both signed the first version: the pair space is open. */
export async function aSigned(): Promise<PairWorld> {
  const world = await aPaired();
  await draftAgreement(world.ctx, world.aisha, PAIR, { text: AGREEMENT, seen: '' });
  await signAgreement(world.ctx, world.aisha, PAIR, signed(1));
  await signAgreement(world.ctx, world.clara, PAIR, signed(1));
  await world.settle();
  return world;
}

export const rowsOf = ({ ctx }: PairWorld) => Partition.open(ctx, 'pairs', PAIR);
export const TEAMS_MEETING = { teamsMeeting: 'MCMxOTptZWV0aW5n/#?', teamsChat: '19:meeting_abc@thread.v2' };
