import { refreshDue } from '#delivery/refresh.ts';
import { createTick } from '#delivery/tick.ts';
import { createWorker, type WorkerOptions } from '#delivery/worker.ts';
import type { Message } from '#domain/all/messages.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { freely } from '#tests/fakes/rate.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { DUE } from '#usecases/home/due.ts';
import { composeNotice, type Facts, type Messenger, type Recipient } from '#usecases/home/notices.ts';
import type { SettledFacts } from '#usecases/home/settled.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';

export const MIA = asId<PersonId>('mia-brunner');
export const HENRIK = asId<PersonId>('henrik-lund');
export const AISHA = asId<PersonId>('aisha-khan');

const aChannel = (over: Partial<Channel> = {}): Channel => ({
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversationId: 'a:conversation',
  tenantId: 'a tenant',
  userId: '29:mia',
  botId: '28:bot',
  state: 'open',
  ...over,
});

/** Remembers what reached Teams; answers `sent` unless told otherwise. */
export class FakeMessenger implements Messenger {
  readonly reached: { to: PersonId; locale: string; notice: Facts }[] = [];
  asked = 0;
  /** What Teams answers next, in order; everything but `sent` and `unknown` means that nothing arrived. */
  readonly answers: (SendOutcome | Error)[] = [];

  async send(to: Recipient, notice: Facts): Promise<SendOutcome> {
    this.asked++;
    const answer = this.answers.shift() ?? { state: 'sent', activity: `activity ${this.asked}` };
    if (answer instanceof Error) throw answer;
    if (answer.state === 'sent' || answer.state === 'unknown')
      this.reached.push({ to: to.person, locale: to.locale, notice });
    return answer;
  }

  /** What cards became, in order; nobody is notified. */
  readonly updated: { to: PersonId; activity: string; facts: SettledFacts }[] = [];

  async update(to: Recipient, activity: string, facts: SettledFacts): Promise<SendOutcome> {
    const answer = this.answers.shift() ?? { state: 'sent', activity };
    if (answer instanceof Error) throw answer;
    if (answer.state === 'sent') this.updated.push({ to: to.person, activity, facts });
    return answer;
  }

  readonly removed: { to: PersonId; activity: string }[] = [];

  async remove(to: Recipient, activity: string): Promise<SendOutcome> {
    const answer = this.answers.shift() ?? { state: 'sent', activity };
    if (answer instanceof Error) throw answer;
    if (answer.state === 'sent') this.removed.push({ to: to.person, activity });
    return answer;
  }
}

export const introduced = (to: PersonId, pair = 'a-pair'): Message => ({
  kind: 'notify',
  job: `introduction_${pair}`,
  to,
  notice: { kind: 'introduction', pair: asId(pair) },
});

export const announced = (to: PersonId): Message => ({
  kind: 'notify',
  job: 'announcement_1',
  to,
  notice: { kind: 'announcement', cohort: asId('a-cohort'), announcement: asId('1') },
});

const A_VIEW: Facts = {
  kind: 'introductionEnded',
  cohortName: 'Finance pilot',
  partners: ['Aisha Specimen'],
};

export async function welcome(ctx: Context, person: PersonId, over: Partial<Channel> = {}): Promise<void> {
  const partition = await Partition.open(ctx, 'people', person);
  partition.put('settings', '', { locale: 'de-CH', timeZone: 'Europe/Zurich', newsMuted: false });
  partition.put('channel', '', aChannel(over));
  await partition.commit();
}

/** A change of a pair with messages, as a use case makes it. */
export async function change(ctx: Context, ...messages: Message[]): Promise<void> {
  const partition = await Partition.open(ctx, 'pairs', 'a-pair');
  for (const message of messages) partition.tell(message);
  await partition.commit();
}

/** A whole server in memory: what it does with its queue and with what is due. */
export function aServer(ctx: Context, messenger: Messenger, over: Partial<WorkerOptions> = {}) {
  const worker = createWorker({
    ctx,
    messenger,
    composeNotice: async () => A_VIEW,
    carryOut: async () => undefined,
    rate: freely,
    pollMs: 5,
    ...over,
  });
  const tick = createTick({ ctx, due: [] });
  return { worker, tick };
}

/** What worker and tick do in the next minutes, with everything that falls due meanwhile. */
export async function live(
  { ctx, clock }: { ctx: Context; clock: TestContext['clock'] },
  messenger: Messenger,
  minutes = 2,
): Promise<void> {
  const worker = createWorker({ ctx, messenger, rate: freely, composeNotice, carryOut, pollMs: 5 });
  const tick = createTick({ ctx, due: [...DUE, refreshDue({ messenger, rate: freely })] });
  for (let half = 0; half <= minutes * 2; half++) {
    while ((await worker.runOnce()) > 0);
    await tick.runOnce();
    while ((await worker.runOnce()) > 0);
    clock.advance(30_000);
  }
}

/** Lets an hour pass, half a minute at a time. */
export async function settleDown(ctx: TestContext, server: ReturnType<typeof aServer>): Promise<void> {
  for (let halfMinutes = 0; halfMinutes < 120; halfMinutes++) {
    await server.tick.runOnce();
    while ((await server.worker.runOnce()) > 0);
    if (ctx.queue.length === 0 && ctx.tables.all('due').length === 0) return;
    ctx.clock.advance(31_000);
  }
}
