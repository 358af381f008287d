import { type CircleSize, FEWEST_DEPARTMENTS } from '#domain/cohorts/cohort.ts';
import { strengthIn } from '#domain/matching/rules.ts';
import { KNOWN, STRENGTHS } from './circle.ts';
import { FURTHER } from './mix.ts';
import type { Table, Tables } from './seats.ts';

/** What a programme is to find. */
export interface Asked {
  /** What a circle is worth, by executive: who has one, then who waited. */
  worth: readonly number[];
  /** Nobody sits below this fit, unless pinned. */
  least: number;
  /** What all circles are to be worth together. */
  reached?: number;
  /** Whether a seat may be taken at all; any may where this is missing. */
  isOpen?: (executive: number, seat: number) => boolean;
}

/**
 * The smallest circles that show who can have one: what a larger one needs they need as well. With `reached` the
 * question is only whether so much can be, which is far easier to answer than how much.
 */
export function smallestProgramme({ tables, mentors }: Tables, size: CircleSize, asked: Asked): string {
  const { least: fewest, most, mixed } = size;
  const lp = new LinearProgramme();
  for (const [e, table] of tables.entries()) {
    const seats = seatsFrom(table, e, asked);
    const pinned = seats.filter((seat) => table.seats[seat]?.isPinned).length;
    if (asked.reached === undefined) lp.gain(asked.worth[e] ?? 0, `y${e}`);
    frame(lp, e, { table, seats });
    const places = Math.max(fewest, pinned);
    const taken = sum(seats.map((seat) => `x${e}_${seat}`));
    lp.must(`${taken} - ${places} y${e} ${mixed ? '>=' : '='} 0`);
    if (!mixed) continue;
    // Whoever is pinned may be from one department: then a larger team alone is mixed.
    lp.must(`${taken} - ${most} y${e} <= 0`);
    mix(lp, e, { table, seats, mentors });
  }
  once(lp, { tables, mentors }, asked);
  reach(lp, asked);
  return lp.text();
}

function reach(lp: LinearProgramme, { worth, reached }: Asked): void {
  if (reached !== undefined) lp.must(`${sum(worth.map((one, e) => `${one} y${e}`))} >= ${reached}`);
}

/** The circles of the most fit, as long as they are worth what is `reached`. */
export function largestProgramme(
  { tables, mentors }: Tables,
  { least: fewest, most, mixed }: CircleSize,
  asked: Asked,
): string {
  const lp = new LinearProgramme();
  for (const [e, table] of tables.entries()) {
    const seats = seatsFrom(table, e, asked);
    frame(lp, e, { table, seats });
    const taken = sum(seats.map((seat) => `x${e}_${seat}`));
    lp.must(`${taken} - ${fewest} y${e} >= 0`);
    lp.must(`${taken} - ${most} y${e} <= 0`);
    for (const seat of seats) lp.gain(table.seats[seat]?.fit ?? 0, `x${e}_${seat}`);
    know(lp, e, { table, seats, mentors });
    if (mixed) for (const further of mix(lp, e, { table, seats, mentors })) lp.gain(FURTHER, further);
  }
  once(lp, { tables, mentors }, asked);
  reach(lp, asked);
  return lp.text();
}

interface Around {
  table: Table;
  seats: readonly number[];
}

const seatsFrom = ({ seats }: Table, e: number, { least, isOpen }: Asked): number[] =>
  [...seats.keys()].filter(
    (n) => ((seats[n]?.fit ?? 0) >= least && (isOpen?.(e, n) ?? true)) || seats[n]?.isPinned,
  );

/** Who sits only where a circle opens; pinned are in it; all have a way to meet; no two who clash. */
function frame(lp: LinearProgramme, e: number, { table, seats }: Around): void {
  const open = new Set(seats);
  lp.binary(`y${e}`);
  for (const seat of seats) {
    lp.binary(`x${e}_${seat}`);
    lp.must(`x${e}_${seat} - y${e} ${table.seats[seat]?.isPinned ? '=' : '<='} 0`);
  }
  const { modes, clashes } = table;
  if (modes.length > 1) {
    for (const k of modes.keys()) lp.binary(`q${e}_${k}`);
    lp.must(`${sum([...modes.keys()].map((k) => `q${e}_${k}`))} - y${e} = 0`);
    for (const seat of seats) {
      const able = [...modes.keys()].filter((k) => modes[k]?.includes(seat));
      if (able.length < modes.length)
        lp.must(`x${e}_${seat}${able.map((k) => ` - q${e}_${k}`).join('')} <= 0`);
    }
  }
  for (const [one, other] of clashes)
    if (open.has(one) && open.has(other)) lp.must(`x${e}_${one} + x${e}_${other} - y${e} <= 0`);
}

/** Each topic counts by its strengths, one after the other, as far as somebody in the circle has them. */
function know(
  lp: LinearProgramme,
  e: number,
  { table, seats, mentors }: Around & Pick<Tables, 'mentors'>,
): void {
  const { executive } = table;
  const gain = KNOWN / (STRENGTHS * executive.wants.length);
  for (const [t, topic] of executive.wants.entries())
    for (let strength = 1; strength <= STRENGTHS; strength++) {
      const able = seats.filter((seat) => {
        const mentor = mentors[table.seats[seat]?.mentor ?? -1];
        return mentor && strengthIn(mentor, topic) >= strength;
      });
      if (able.length === 0) continue;
      const known = `z${e}_${t}_${strength}`;
      lp.gain(gain, known);
      lp.upToOne(known);
      lp.must(`${known}${able.map((seat) => ` - x${e}_${seat}`).join('')} <= 0`);
    }
}

/** From different departments together; answers a variable for each beside the executive's, one where somebody is from it. */
function mix(
  lp: LinearProgramme,
  e: number,
  { table, seats, mentors }: Around & Pick<Tables, 'mentors'>,
): string[] {
  const own = table.executive.department ?? '';
  const from = Map.groupBy(seats, (seat) => mentors[table.seats[seat]?.mentor ?? -1]?.department ?? '');
  from.delete('');
  from.delete(own);
  const further = [...from.values()].map((able, d) => {
    const variable = `w${e}_${d}`;
    lp.upToOne(variable);
    lp.must(`${variable}${able.map((seat) => ` - x${e}_${seat}`).join('')} <= 0`);
    return variable;
  });
  lp.must(`${sum(further)} - ${FEWEST_DEPARTMENTS - (own ? 1 : 0)} y${e} >= 0`);
  return further;
}

/** A mentor sits in one circle. */
function once(
  lp: LinearProgramme,
  { tables, mentors }: Pick<Tables, 'tables' | 'mentors'>,
  asked: Asked,
): void {
  const seatsOf: string[][] = mentors.map(() => []);
  for (const [e, table] of tables.entries())
    for (const seat of seatsFrom(table, e, asked))
      seatsOf[table.seats[seat]?.mentor ?? -1]?.push(`x${e}_${seat}`);
  for (const seats of seatsOf) if (seats.length > 1) lp.must(`${sum(seats)} <= 1`);
}

const sum = (terms: readonly string[]): string => (terms.length > 0 ? terms.join(' + ') : '0 none');

/** The text of a programme; lines stay short enough for every reader of the format. */
class LinearProgramme {
  readonly #gains: string[] = [];
  readonly #rows: string[] = [];
  readonly #binaries: string[] = [];
  readonly #bounds: string[] = ['0 <= none <= 0'];

  gain(worth: number, variable: string): void {
    this.#gains.push(`${Number(worth.toFixed(6))} ${variable}`);
  }

  must(row: string): void {
    this.#rows.push(row);
  }

  binary(variable: string): void {
    this.#binaries.push(variable);
  }

  upToOne(variable: string): void {
    this.#bounds.push(`0 <= ${variable} <= 1`);
  }

  text(): string {
    const rows = this.#rows.map((row, n) => `c${n}: ${broken(row)}`);
    const parts = ['Maximize', `obj: ${broken(sum(this.#gains))}`, 'Subject To', ...rows];
    return [...parts, 'Bounds', ...this.#bounds, 'Binary', ...this.#binaries, 'End', ''].join('\n');
  }
}

const TERMS_A_LINE = 20;

/** A plus or minus at the start of a line goes on with the one before. */
function broken(row: string): string {
  let terms = 0;
  return row.replace(/ ([+-]) /g, (sign) => (++terms % TERMS_A_LINE === 0 ? `\n${sign}` : sign));
}
