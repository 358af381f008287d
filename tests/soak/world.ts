import { setTimeout as sleep } from 'node:timers/promises';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { LocalMeeting, MeetingBody } from '#local/contract.ts';
import { type Local, type Server, startLocal } from '#local/startLocal.ts';
import { moveIn } from '#local/teams/people.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { type Random, seeded } from '#tests/bench/random.ts';
import { isNotice } from '#tests/e2e/books.ts';
import { Person, Unreachable } from '#tests/e2e/people.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import { type Books, type Erased, readAll, rowsOf } from './books.ts';

/** Somebody of the crowd, as everybody here knows them. */
export interface Dweller {
  key: string;
  name: string;
  role: 'executive' | 'mentor';
  /** In which of the two programmes. */
  meets: 'pairs' | 'circles';
  mail: string;
  directoryId: string;
}

const DOWN_MS = 700;
const AWAY_MS = 2_000;
const FIRST = 'Ada Bela Cora Dora Emil Fritz Greta Hugo Ines Jonas Karla Linus Mona Nils Olga Paul'.split(
  ' ',
);
const LAST =
  'Samplewood Beispiel Ejemplar Esempio Voorbeeld Exemplar Naeidis Vzorova Malli Przyklad Muster Prova Amostra Proben Naamloos Testov'.split(
    ' ',
  );

/** So many invented people, each with a name and address of their own, as the directory makes it of the name. */
function crowdOf(count: number): Dweller[] {
  if (count > FIRST.length * LAST.length) throw new Error(`There are ${FIRST.length * LAST.length} names.`);
  return Array.from({ length: count }, (_, n) => {
    const name = `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length)]}`;
    return {
      ...{ name, key: `crowd${n}`, ...partOf(n, count) },
      mail: `${name.toLowerCase().replace(' ', '.')}@turntable.example`,
      directoryId: `50a00000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    };
  });
}

/** The last of them, about a third, are for circles: an executive for each three mentors. */
function partOf(n: number, count: number): Pick<Dweller, 'role' | 'meets'> {
  const isCircled = n >= count - 4 * Math.max(1, Math.floor(count / 12));
  const isExecutive = isCircled ? (count - n) % 4 === 0 : n % 2 === 0;
  return { role: isExecutive ? 'executive' : 'mentor', meets: isCircled ? 'circles' : 'pairs' };
}

/** How a run went, in numbers. */
export interface Tally {
  requests: number;
  refusals: number;
  kills: number;
  outages: number;
  faults: string[];
}

/** Two servers on one storage, Teams around them, and a crowd. */
export class SoakWorld {
  readonly local: Local;
  readonly random: Random;
  readonly crowd: readonly Dweller[];
  readonly tally: Tally = { requests: 0, refusals: 0, kills: 0, outages: 0, faults: [] };
  readonly erased: Erased[] = [];
  /** Whose key belongs to which person, as far as they have looked. */
  readonly keys = new Map<string, string>();
  /** The meeting in which two or more sit, by pair. */
  readonly #meetings = new Map<string, Promise<LocalMeeting>>();
  readonly #servers: readonly Server[];
  readonly #tables: AzureTables;
  #hands: Local;

  private constructor(local: Local, servers: readonly Server[], crowd: readonly Dweller[], seed: number) {
    this.local = local;
    this.crowd = crowd;
    this.random = seeded(seed);
    this.#servers = servers;
    this.#tables = new AzureTables({ connectionString: local.connectionString });
    const pick = () => this.#anyServer();
    local.teams.post = (activity) => pick().post(activity);
    this.#hands = Object.defineProperty({ ...local }, 'url', {
      get: () => `http://127.0.0.1:${pick().port}`,
    });
  }

  static async start({ people, seed }: { people: number; seed: number }): Promise<SoakWorld> {
    const crowd = crowdOf(people);
    moveIn(crowd.map(({ key, name, directoryId, role }) => ({ key, name, directoryId, part: role })));
    const local = await startLocal();
    try {
      return new SoakWorld(local, [local.server, await local.startAnother()], crowd, seed);
    } catch (error) {
      await local.stop();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.local.stop();
  }

  person(key: string): Person {
    return new Person(this.#hands, key);
  }

  /** Goes on until it is done or refused: whoever gets no answer looks again, at either server. */
  async persist(what: string, act: () => Promise<unknown>): Promise<boolean> {
    for (let tries = 0; tries < 30; tries++) {
      this.tally.requests++;
      try {
        await act();
        return true;
      } catch (error) {
        if (isAnswer(error)) return this.#note(what, error);
        await sleep(200);
      }
    }
    this.tally.faults.push(`${what}: nobody ever answered.`);
    return false;
  }

  /** Kills one server while the other one runs, and starts it again. */
  async kill(): Promise<void> {
    const up = this.#servers.filter(({ app }) => app.state === 'running');
    const victim = up[this.random.below(up.length)];
    if (up.length < 2 || !victim) return;
    await victim.app.kill();
    this.tally.kills++;
    await sleep(DOWN_MS);
    await victim.app.start();
  }

  /** Storage goes away for a while; what was asked meanwhile is asked again. */
  async loseStorage(): Promise<void> {
    await this.local.ask('conditions', { isStorageAway: true });
    this.tally.outages++;
    await sleep(AWAY_MS);
    await this.local.ask('conditions', { isStorageAway: false });
  }

  async advance(advanceMs: number): Promise<void> {
    await this.local.ask('clock', { advanceMs });
    const { offsetMs } = this.local.teams.clock;
    await Promise.all(this.#servers.slice(1).map(({ app }) => app.tick(offsetMs)));
  }

  /** The meeting in which they sit; a new one, begun now, where they sit in none. */
  meetingOf(pair: string, people: readonly string[]): Promise<LocalMeeting> {
    const known = this.#meetings.get(pair);
    if (known !== undefined) return known;
    const begun = this.#begin({ title: `Soaked ${pair}`, people: [...people] });
    this.#meetings.set(pair, begun);
    begun.catch(() => this.#meetings.delete(pair));
    return begun;
  }

  async endMeeting(pair: string): Promise<void> {
    const begun = this.#meetings.get(pair);
    this.#meetings.delete(pair);
    const meeting = await begun;
    if (meeting) await this.local.ask(`meetings/${encodeURIComponent(meeting.id)}/end`, {});
  }

  async #begin(body: MeetingBody): Promise<LocalMeeting> {
    const meeting = await this.local.ask<LocalMeeting>('meetings', body);
    return this.local.ask<LocalMeeting>(`meetings/${encodeURIComponent(meeting.id)}/start`, {});
  }

  async erase(one: Dweller, person: string): Promise<void> {
    const { name, mail, directoryId } = one;
    const pseudonymKey = this.local.teams.state.value.pseudonymKey;
    const who = asId<PersonId>(person);
    const pseudonym = pseudonymOf({ pseudonymKey }, who);
    const answers = rowsOf(await this.books(), 'cohorts', 'measure').filter(({ id }) =>
      id.endsWith(pseudonym),
    );
    if (await this.persist(`${name} is erased`, () => this.person(one.key).ask('DELETE /api/me')))
      this.erased.push({
        ...{ person: who, mail, directoryId, names: [name], pseudonym, answers },
      });
  }

  async books(): Promise<Books> {
    const { connectionString, teams } = this.local;
    const poison = new AzureQueue({ connectionString }, 'turntable-deliveries-poison');
    const notices = teams.log.entries.filter((entry) => isNotice(entry) && entry.accepted);
    return {
      rows: await readAll(this.#tables),
      taken: notices
        .filter(({ activityType }) => activityType === 'message')
        .map(({ chat = '', activity = '' }) => ({ chat, activity })),
      erased: this.erased,
      putAside: (await poison.standing()).waiting,
      nowMs: teams.clock.now(),
    };
  }

  #anyServer(): Server {
    const up = this.#servers.filter(({ app }) => app.state === 'running');
    return (up[this.random.below(up.length)] ?? this.#servers[0]) as Server;
  }

  /** A refusal is an answer like any other; a fault of the server is none. */
  #note(what: string, error: Error): false {
    if (/ 5\d\d | answered 5\d\d/.test(error.message)) this.tally.faults.push(`${what}: ${error.message}`);
    else this.tally.refusals++;
    return false;
  }
}

/** Somebody answered; else nobody was there, or went away before the answer came. */
const isAnswer = (error: unknown): error is Error =>
  error instanceof Error && !(error instanceof Unreachable) && !(error instanceof TypeError);
