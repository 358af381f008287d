import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
const MOST_STOPS = 150;

const isSeen = (one: Element): boolean =>
  one.checkVisibility({ checkVisibilityCSS: true }) && !one.closest('[aria-hidden="true"], [inert]');

/** What somebody without a mouse has to reach: of a group of radio buttons one, which the arrows lead on from. */
function controls(): HTMLElement[] {
  const groups = new Set<string>();
  return [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter((one) => {
    if (one.tabIndex < 0 || one.matches(':disabled, [data-tabster-dummy]') || !isSeen(one)) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    const isFirst = !groups.has(one.name);
    groups.add(one.name);
    return isFirst;
  });
}

const sidesOf = (one: Element | null | undefined): string[] =>
  ['', '::before', '::after'].map((part) => {
    if (!one) return '';
    const { outline, boxShadow, border, backgroundColor, transform, opacity } = getComputedStyle(one, part);
    return [outline, boxShadow, border, backgroundColor, transform, opacity].join(' ');
  });
/** How a control looks, with what stands for it where it is itself without a picture. */
const looksOf = (one: Element): string =>
  [one, one.parentElement, one.nextElementSibling].flatMap(sidesOf).join('\n');

interface Stop {
  control: HTMLElement;
  /** On the page, in px. */
  top: number;
  start: number;
  looks: string;
}

/** Goes through the page by the Tab key from its first control until the page is left; throws where it never is. */
async function walk(): Promise<Stop[]> {
  const stops: Stop[] = [];
  // A focus that a script sets after a click is not shown: the first one is reached by the keyboard, there and back.
  controls()[0]?.focus();
  await userEvent.tab();
  await userEvent.tab({ shift: true });
  for (let n = 0; n < MOST_STOPS; n++) {
    const control = document.activeElement;
    if (!(control instanceof HTMLElement) || control === document.body || !document.hasFocus()) return stops;
    // Round to the first one is a way out; anywhere else is a trap.
    if (stops[0]?.control === control) return stops;
    if (stops.some((stop) => stop.control === control))
      throw new Error(`The Tab key is caught at ${nameOf(control)}.`);
    const { top, left, right } = control.getBoundingClientRect();
    const isLeftwards = getComputedStyle(control).direction === 'rtl';
    const start = isLeftwards ? window.innerWidth - right : left;
    stops.push({ control, top: top + window.scrollY, start, looks: looksOf(control) });
    await userEvent.tab();
  }
  throw new Error(`The Tab key does not leave the page after ${MOST_STOPS} stops.`);
}

const nameOf = (one: Element): string => one.outerHTML.slice(0, 140);
const groupOf = (one: HTMLElement): string =>
  one instanceof HTMLInputElement && one.type === 'radio' ? one.name : '';

/** Every control is reached, can be seen to have the focus, and comes where it is read: downwards, along each line. */
export async function expectWalkable(): Promise<void> {
  const all = controls();
  expect(all.length, 'nothing to walk through').toBeGreaterThan(1);
  const stops = await walk();
  const reached = (one: HTMLElement) =>
    stops.some(
      ({ control }) => control === one || (groupOf(one) !== '' && groupOf(control) === groupOf(one)),
    );
  expect(all.filter((one) => !reached(one)).map(nameOf), 'never reached').toEqual([]);
  (document.activeElement as HTMLElement | null)?.blur();
  const unseen = stops.filter(({ control, looks }) => looksOf(control) === looks);
  expect(
    unseen.map(({ control }) => nameOf(control)),
    'looks the same with focus',
  ).toEqual([]);
  const backwards = stops.filter((stop, n) => {
    const next = stops[n + 1];
    if (!next) return false;
    const isAfter = stop.control.compareDocumentPosition(next.control) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isBack = Math.abs(next.top - stop.top) < 2 && next.start < stop.start;
    // Above in the same column; the top of the next column is no way back.
    const isUp = next.top < stop.top - 2 && next.start <= stop.start;
    return !isAfter || isBack || isUp;
  });
  expect(
    backwards.map(({ control }) => nameOf(control)),
    'is followed by what is read before',
  ).toEqual([]);
}
