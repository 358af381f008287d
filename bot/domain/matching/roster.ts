import { readCsv } from '#domain/basics/csv.ts';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { roleOf } from '#domain/cohorts/roleWords.ts';
import { topicNamed } from '#domain/hearing/topics/topicNamed.ts';
import { findTopic, ownTopicId } from '#domain/hearing/topics/topics.ts';
import { MEETING_WAYS, type MeetingWay, type Offer } from '#domain/profile/profile.ts';
import { offsetMinutes } from './hours.ts';
import type { MatchPerson } from './types.ts';

export const ROSTER_COLUMNS = [
  'id',
  'name',
  'role',
  'capacity',
  'wants',
  'offers',
  'interests',
  'languages',
  'timezone',
  'meets',
  'manager',
  'excludes',
  'former',
  'waiting',
] as const;
type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** Something wrong at a place; `word` is a key of `match:line`. */
export interface RosterProblem {
  line: number;
  column: RosterColumn;
  word: string;
  values: Record<string, string | number>;
}

export interface Roster {
  people: MatchPerson[];
  names: Map<PersonId, string>;
  /** How topics that aren't in the catalogue were written. */
  written: Record<string, string>;
  /** With any of these nothing can be matched. */
  problems: RosterProblem[];
  /** Ids that nobody has: a manager or former partner may well be outside the cohort. */
  strangers: RosterProblem[];
}

const MOST_ROOM = 1000;

/** Reads a whole cohort from CSV for a dry run. Finds everything wrong at once. `atMs` decides which zones exist. */
export function readRoster(text: string, atMs: number): Roster {
  const { records, openQuotes } = readCsv(text);
  const roster = new RosterReader(atMs);
  for (const line of openQuotes) roster.say(line, 'id', 'openQuote');
  const [header, ...lines] = records;
  if (!header) roster.say(1, 'id', 'empty', { columns: ROSTER_COLUMNS.join(',') });
  else if (roster.readHeader(header.line, header.cells)) {
    if (lines.length === 0) roster.say(header.line + 1, 'id', 'nobody');
    for (const { line, cells } of lines) roster.readLine(line, cells);
    roster.followManagers();
  }
  return roster.finish();
}

class RosterReader {
  readonly #atMs: number;
  readonly #zones = new Map<string, boolean>();
  readonly #at = new Map<RosterColumn, number>();
  readonly #lineOf = new Map<PersonId, number>();
  readonly #people = new Map<PersonId, MatchPerson>();
  readonly #managerOf = new Map<PersonId, PersonId>();
  readonly #names = new Map<PersonId, string>();
  readonly #written = new Map<string, string>();
  readonly #problems: RosterProblem[] = [];
  readonly #strangers: RosterProblem[] = [];
  #columns = 0;

  constructor(atMs: number) {
    this.#atMs = atMs;
  }

  say(line: number, column: RosterColumn, word: string, values: RosterProblem['values'] = {}): void {
    this.#problems.push({ line, column, word, values });
  }

  readHeader(line: number, cells: readonly string[]): boolean {
    this.#columns = cells.length;
    const names = cells.map((cell) => cell.toLowerCase());
    for (const column of ROSTER_COLUMNS) {
      const at = names.indexOf(column);
      if (at < 0) this.say(line, column, 'columnMissing');
      else if (names.lastIndexOf(column) !== at) this.say(line, column, 'columnTwice');
      this.#at.set(column, at);
    }
    return this.#problems.length === 0;
  }

  readLine(line: number, cells: readonly string[]): void {
    if (cells.length > this.#columns) this.say(line, 'waiting', 'tooManyCells');
    const cell = (column: RosterColumn) => cells[this.#at.get(column) ?? -1]?.trim() ?? '';
    const several = (column: RosterColumn) => [
      ...new Set(
        cell(column)
          .split(';')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
    ];
    const id = asId<PersonId>(cell('id'));
    const first = this.#lineOf.get(id);
    if (!id) this.say(line, 'id', 'idMissing');
    else if (first !== undefined) this.say(line, 'id', 'idTwice', { value: id, first });
    else this.#lineOf.set(id, line);
    const role = roleOf(cell('role'));
    if (!role) this.say(line, 'role', cell('role') ? 'notRole' : 'roleMissing', { value: cell('role') });
    const topics = (column: RosterColumn) =>
      several(column).flatMap((part) => this.#topic(line, column, part)?.topic ?? []);
    const ids = (column: RosterColumn) => several(column).map((part) => asId<PersonId>(part));
    this.#names.set(id, cell('name') || id);
    if (cell('manager')) this.#managerOf.set(id, asId<PersonId>(cell('manager')));
    this.#people.set(id, {
      ...{ id, role: role ?? 'mentor', managerChain: [] },
      room: this.#room(line, cell('capacity')),
      wants: topics('wants'),
      offers: several('offers').flatMap((part) => this.#topic(line, 'offers', part) ?? []),
      interests: topics('interests'),
      languages: several('languages').flatMap((part) => this.#language(line, part)),
      timeZone: this.#timeZone(line, cell('timezone')),
      meets: several('meets').flatMap((part) => this.#meeting(line, part)),
      excludes: ids('excludes'),
      former: ids('former'),
      waiting: this.#waiting(line, cell('waiting')),
    });
  }

  #room(line: number, text: string): number {
    const room = text === '' ? 1 : Number(text);
    if (/^\d*$/.test(text) && room <= MOST_ROOM) return room;
    this.say(line, 'capacity', 'notCapacity', { value: text });
    return 0;
  }

  /** A topic of the catalogue by id or by name, else one of their own words; with `:1` to `:3` its strength. */
  #topic(line: number, column: RosterColumn, part: string): Offer | undefined {
    const colon = part.lastIndexOf(':');
    const isOwn = part.startsWith('own:') && colon === 3;
    const [name, strength] =
      colon < 0 || isOwn ? [part, ''] : [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    if (colon >= 0 && !isOwn && !/^[1-3]$/.test(strength)) {
      this.say(line, column, 'notStrength', { value: part });
      return undefined;
    }
    const topic = this.#topicNamed(name);
    if (!topic) this.say(line, column, 'notTopic', { value: part });
    return topic && { topic, strength: Number(strength) as Offer['strength'] };
  }

  #topicNamed(name: string): TopicId | undefined {
    const known = findTopic(name)?.id ?? topicNamed(name);
    if (known) return known;
    const own = ownTopicId(name.replace(/^own:/, ''));
    if (own && !this.#written.has(own)) this.#written.set(own, name);
    return own;
  }

  #language(line: number, text: string): string[] {
    const code = /^([a-z]{2,3})([-_].*)?$/i.exec(text)?.[1];
    if (!code) this.say(line, 'languages', 'notLanguage', { value: text });
    return code ? [code.toLowerCase()] : [];
  }

  #timeZone(line: number, text: string): string {
    const exists = this.#zones.get(text) ?? (text !== '' && offsetMinutes(text, this.#atMs) !== undefined);
    this.#zones.set(text, exists);
    if (!exists) this.say(line, 'timezone', text ? 'notTimezone' : 'timezoneMissing', { value: text });
    return text;
  }

  #meeting(line: number, text: string): MeetingWay[] {
    const way = MEETING_WAYS.find((one) => one === text.toLowerCase());
    if (!way) this.say(line, 'meets', 'notMeeting', { value: text, ways: MEETING_WAYS.join(', ') });
    return way ? [way] : [];
  }

  #waiting(line: number, text: string): boolean {
    if (!['', '0', '1'].includes(text)) this.say(line, 'waiting', 'notWaiting', { value: text });
    return text === '1';
  }

  /** Everybody above, at any distance; a circle is told once, where it is first met. */
  followManagers(): void {
    const told = new Set<PersonId>();
    for (const person of this.#people.values()) {
      const seen = new Set([person.id]);
      let up = this.#managerOf.get(person.id);
      for (; up !== undefined && !seen.has(up); up = this.#managerOf.get(up)) {
        seen.add(up);
        person.managerChain.push(up);
      }
      if (up === person.id && !told.has(person.id)) this.#tellCircle([...seen], told);
    }
    this.#tellStrangers();
  }

  #tellStrangers(): void {
    for (const [id, { excludes, former }] of this.#people) {
      const manager = this.#managerOf.get(id);
      if (manager) this.#tellStranger(id, 'manager', manager);
      for (const other of excludes) this.#tellStranger(id, 'excludes', other);
      for (const other of former) this.#tellStranger(id, 'former', other);
    }
  }

  #tellCircle(circle: PersonId[], told: Set<PersonId>): void {
    for (const id of circle) told.add(id);
    const line = this.#lineOf.get(circle[0] ?? asId('')) ?? 1;
    const names = [...circle, ...circle.slice(0, 1)].map((id) => this.#names.get(id) ?? id).join(' → ');
    this.say(line, 'manager', circle.length === 1 ? 'ownManager' : 'circle', { names });
  }

  #tellStranger(id: PersonId, column: RosterColumn, value: PersonId): void {
    if (this.#people.has(value)) return;
    this.#strangers.push({ line: this.#lineOf.get(id) ?? 1, column, word: 'stranger', values: { value } });
  }

  finish(): Roster {
    const order = (a: RosterProblem, b: RosterProblem) =>
      a.line - b.line || ROSTER_COLUMNS.indexOf(a.column) - ROSTER_COLUMNS.indexOf(b.column);
    return {
      people: [...this.#people.values()],
      names: this.#names,
      written: Object.fromEntries(this.#written),
      problems: this.#problems.sort(order),
      strangers: this.#strangers.sort(order),
    };
  }
}
