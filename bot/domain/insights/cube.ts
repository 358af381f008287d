/**
 * The cube: opinion × role × months, in cells that are published once and never again.
 *
 * **Who attacks.** Somebody who reads everything that is ever published of any cohort, knows by name who takes part,
 * in which role, who is paired with whom since when, who left and when (a champion does), knows this code, and
 * computes. They look for what fewer than five people said. That one of the five adds what they know of themselves,
 * or that four of the five talk to each other, is not defended against: no minimum does.
 *
 * **What defends** (Hundepool et al., *Statistical Disclosure Control*, Wiley 2012: minimum frequency 3.2, dominance
 * 4.2, secondary suppression 4.3, differencing and linked tables 4.6; group disclosure: Machanavajjhala et al., *L-diversity*,
 * TKDD 2007).
 * 1. *Primary suppression*: a cell is about at least `FEWEST` people. Each counts once: first the mean of their own
 *    answers in the cell, then the mean over people; so one person is a fifth of it at most, however much they say.
 * 2. *Secondary suppression by construction*: nothing is published that overlaps. An answer (one person, one month,
 *    one opinion) enters one cell or none: roles apart where five of each have answered, else together (and where there
 *    are fewer than nine of a role: that five of them answered would tell of the others that they did not); months that
 *    are not enough wait and join the next ones. There are no totals over roles, months or cohorts, so nothing can be
 *    subtracted: whatever is combined of the cells of a figure, with whatever weights, stands on all answers of the
 *    cells that it uses, and each of those cells is about five people.
 * 3. *Differencing over time*: a closed month is published once. What arrives later, or goes with somebody who leaves
 *    or is erased, changes no cell and enters none; the cells after it begin behind it.
 * 4. *Linked cohorts*: an answer belongs to the cohort of its pair and to no other.
 * 5. *Group disclosure and dominance*: see `rounding.ts`. Five alike read like four alike and one against.
 *
 * How many people stand behind a cell is not published: together with the list of pairs it would say who met. Cells say
 * that there are five at least, coarser or finer rounding that there are ten or twenty.
 */
import { ROLES, type Role } from '#domain/people/person.ts';
import { type Answer, OPINIONS, type Opinion } from './measures.ts';

/** Behind every figure stand at least so many people. */
export const FEWEST = 5;

/** Whom and which months a figure is about; `all`: executives and mentors together. Months as `YYYY-MM`, both included. */
export interface CellOf {
  of: Opinion;
  role: Role | 'all';
  from: string;
  to: string;
}

/** A figure before it is rounded: it never leaves the server’s memory. */
export interface ExactCell extends CellOf {
  mean: number;
  people: number;
}

/** Of each role there must be so many for figures of their own. */
const FEWEST_APART = 9;

/** Which months, as `YYYY-MM`, and how many people of a role there are whom it could be about. */
interface Months {
  since: string;
  through: string;
  couldAnswer?: (role: Role) => number;
}

/**
 * The cells that can be published now, beside those that are. `since` is the first month of the cohort, `through` the
 * last one that is over. Answers of months that were published, or are not over, stay out.
 */
export function nextCells(
  answers: readonly Answer[],
  known: readonly CellOf[],
  { since, through, couldAnswer = () => Number.POSITIVE_INFINITY }: Months,
): ExactCell[] {
  return OPINIONS.flatMap((of) => {
    const last = publishedThrough(known, of);
    const open = answers.filter((one) => one.of === of && one.month > last && one.month <= through);
    const from = last === '' ? since : monthAfter(last);
    return partsOf(open, couldAnswer).map(({ role, means }) => ({
      ...{ of, role, from: from < through ? from : through, to: through },
      ...{ mean: meanOf(means), people: means.length },
    }));
  });
}

/** The last month of an opinion that was published; empty before the first. */
export const publishedThrough = (known: readonly CellOf[], of: Opinion): string =>
  known.reduce((last, cell) => (cell.of === of && cell.to > last ? cell.to : last), '');

/** Roles apart where there are five of each, else together, else nothing. */
function partsOf(
  open: readonly Answer[],
  couldAnswer: (role: Role) => number,
): { role: CellOf['role']; means: number[] }[] {
  const apart = ROLES.map((role) => ({ role, means: ownMeans(open.filter((one) => one.role === role)) }));
  const isEnough = apart.every(
    ({ role, means }) => means.length >= FEWEST && couldAnswer(role) >= FEWEST_APART,
  );
  if (isEnough) return apart;
  const means = ownMeans(open);
  return means.length >= FEWEST ? [{ role: 'all', means }] : [];
}

/** The mean of each person’s own answers, so that everybody counts once. */
const ownMeans = (answers: readonly Answer[]): number[] =>
  [...Map.groupBy(answers, ({ who }) => who).values()].map((own) => meanOf(own.map(({ value }) => value)));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** `2027-01` after `2026-12`. */
function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
