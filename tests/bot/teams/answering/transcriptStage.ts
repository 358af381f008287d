import { asId, type CohortId, type Day, type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import type { Role } from '#domain/people/person.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { LocalTeams } from '#tests/bot/teams/localTeams.ts';
import { aBotOn, anActivity, aPress, type Bot, TENANT } from '#tests/bot/teams/surroundings.ts';
import { MovableClock } from '#tests/fakes/clock.ts';
import { CountingIds } from '#tests/fakes/ids.ts';
import { SilentLog } from '#tests/fakes/log.ts';
import { findPerson } from '#usecases/people/people.ts';
import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Line, Talk } from './transcript.ts';
import { buttonsOf, textOf } from './transcriptJudge.ts';
import { tickedOn } from './transcriptTicks.ts';

const DAY_MS = 86_400_000;
export const PILOT = asId<CohortId>('pilot');

export type StageContext = Context & { clock: MovableClock; log: SilentLog };

/** What use cases need, on Azurite. */
export function contextOn(azurite: Pick<Azurite, 'connectionString'>) {
  const [tables, queue, clock] = [new AzureTables(azurite), new AzureQueue(azurite), new MovableClock()];
  const [due, log] = [new Due(tables, clock), new SilentLog()];
  const changes = new Changes({ tables, clock, log });
  return {
    tables,
    scan: tables,
    queue,
    clock,
    due,
    changes,
    ids: new CountingIds(),
    log,
    keptDays: 365,
    pseudonymKey: 'k',
  };
}

/** Invites somebody to the one cohort of the stage. */
export async function invite(ctx: Context, person: PersonId, role: Role): Promise<void> {
  const cohort = await Partition.openCohort(ctx, PILOT, ['cohort']);
  const days = {
    startsOn: asId<Day>('2026-11-01'),
    endsOn: asId<Day>('2027-05-31'),
    createdAt: toInstant(ctx.clock.now()),
  };
  const pilot: Cohort = { name: 'Finance pilot', kind: 'pilot', state: 'enrolling', fitFloor: 0, ...days };
  cohort.put('cohort', '', pilot);
  await cohort.commit();
  const rows = await Partition.open(ctx, 'people', person);
  const invitedAt = toInstant(ctx.clock.now());
  const cohortName = 'Finance pilot';
  const enrolment: Enrolment = { cohortName, role, state: 'invited', invitedAt, answeredAt: '' };
  rows.put('enrolment', PILOT, enrolment);
  await rows.commit();
}

/** The real bot on Azurite, an issuer and a connector that checks its tokens; people come on one after another. */
export class Stage {
  readonly teams = new LocalTeams();
  #azurite: Azurite | undefined;
  #bot: Bot<StageContext> | undefined;

  get bot(): Bot<StageContext> {
    if (!this.#bot) throw new Error('not open yet');
    return this.#bot;
  }

  async open(): Promise<void> {
    const azurite = await startAzurite({ inMemory: true });
    this.#azurite = azurite;
    const ctx = contextOn(azurite);
    await Promise.all([this.teams.start(), ctx.tables.createTables(), ctx.queue.createQueues()]);
    this.#bot = aBotOn<StageContext>(ctx, this.teams);
  }

  async close(): Promise<void> {
    this.teams.stop();
    await this.#azurite?.stop();
  }

  /** Installs the app for somebody who is invited, and lets them say yes. */
  async enter({ name, role }: Pick<Talk, 'name' | 'role'>): Promise<Visitor> {
    const visitor = new Visitor(this, name);
    this.teams.member = { id: visitor.userId, name, email: visitor.mail };
    await visitor.deliver({ type: 'installationUpdate', action: 'add' });
    await invite(this.bot.ctx, await visitor.id(), role);
    await visitor.hear({ says: 'join', asks: 'offers' });
    return visitor;
  }
}

let visitors = 0;
let cards = 0;

/** Somebody in their own chat with the bot. */
export class Visitor {
  readonly userId: string;
  readonly mail: string;
  readonly #stage: Stage;
  readonly #from: object;
  readonly #conversation: object;
  #lastCard = 0;

  constructor(stage: Stage, name: string) {
    const number = String(++visitors).padStart(12, '0');
    this.#stage = stage;
    this.userId = `29:${number}`;
    this.mail = `visitor${number}@turntable.example`;
    this.#from = { id: this.userId, name, aadObjectId: `55555555-5555-4555-8555-${number}` };
    this.#conversation = { id: `a:${number}`, conversationType: 'personal', tenantId: TENANT };
  }

  deliver(activity: object): Promise<{ status: number; body: unknown }> {
    return this.#stage.bot.deliver({ from: this.#from, conversation: this.#conversation, ...activity });
  }

  async id() {
    const found = await findPerson(this.#stage.bot.ctx, 'mail', this.mail);
    if (!found) throw new Error(`nobody has the mail ${this.mail}`);
    return found;
  }

  /** One line of a talk: what the bot answered, message by message. */
  async hear(line: Line): Promise<string[]> {
    const { teams, bot } = this.#stage;
    bot.ctx.clock.advance((line.afterDays ?? 0) * DAY_MS + 20_000);
    const before = teams.said.length;
    const activity = this.#activityOf(line);
    const answers = [await this.deliver(activity)];
    if (line.twice) answers.push(await this.deliver(activity));
    if (answers.some(({ status }) => status !== 200)) throw new Error(`status ${answers[0]?.status}`);
    this.#lastCard = teams.said.length - 1;
    return teams.said.slice(before).map(({ body }) => textOf(body));
  }

  /** Presses a button of any card, also of an earlier one. */
  press(verb: string, data: object): Promise<{ status: number; body: unknown }> {
    const { teams, bot } = this.#stage;
    bot.ctx.clock.advance(20_000);
    return this.deliver(aPress(verb, data, { id: anActivity(teams).id, replyToId: `card-${++cards}` }));
  }

  #activityOf({ says, presses, ticks, keepsOwn }: Line): object {
    const { teams } = this.#stage;
    if (ticks || keepsOwn) {
      const { verb, data } = tickedOn(
        teams.said[this.#lastCard]?.body ?? {},
        ticks ? { ticks } : { own: true },
      );
      return aPress(verb, data, { id: anActivity(teams).id, replyToId: `card-${++cards}` });
    }
    if (presses === undefined) {
      const { id } = anActivity(teams);
      return { id, text: says ?? '' };
    }
    const button = buttonsOf(teams.said[this.#lastCard]?.body ?? {}).find(({ title }) => title === presses);
    if (!button?.verb) throw new Error(`there is no button “${presses}”`);
    return aPress(button.verb, button.data ?? {}, {
      id: anActivity(teams).id,
      replyToId: `card-${++cards}`,
    });
  }

  async profile(): Promise<Profile> {
    const row = await this.#stage.bot.ctx.tables.find('people', await this.id(), 'profile');
    return row?.value as Profile;
  }
}
