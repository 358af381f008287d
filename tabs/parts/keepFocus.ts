/**
 * Where focus goes when what had it is taken away by an action: back to what opened it, where that is there again,
 * or to the heading of what came in its place. Without this it would fall to the page, and a keyboard would start
 * anew at its top. Waits while something is still being read. Answers what ends it.
 */
export function keepFocus(): () => void {
  let trail: Element[] = [];
  let label = '';
  const openers: string[] = [];

  const remember = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    trail = lineOf(target);
    label = labelOf(target);
  };
  const mend = () => {
    const [last, ...around] = trail;
    if (!last || last.isConnected || !isLost()) return;
    const left = around.filter((one) => one.isConnected);
    if (left[0]?.querySelector('[data-waiting]')) return;
    const opener = openerIn(left[0], openers);
    const next = opener ?? firstIn(left, 'h1, h2, h3');
    if (!next) return;
    if (opener) openers.length = openers.lastIndexOf(labelOf(opener));
    else if (label) openers.push(label);
    focusOn(next);
  };

  const observer = new MutationObserver(mend);
  document.addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
  };
}

/** Nobody has focus, and it is this page that somebody works with. */
const isLost = (): boolean =>
  document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);

/** An element and all it stands in, inside out. */
function lineOf(element: Element): Element[] {
  const line: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) line.push(one);
  return line;
}

const labelOf = (element: Element): string =>
  element.matches('button') ? (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() : '';

/** What was pressed last to come here, where it can be pressed again. */
function openerIn(place: Element | undefined, openers: readonly string[]): Element | undefined {
  const buttons = [...(place?.querySelectorAll('button') ?? [])];
  return openers.toReversed().flatMap((name) => buttons.filter((one) => labelOf(one) === name))[0];
}

const firstIn = (places: readonly Element[], what: string): Element | undefined =>
  places.map((place) => place.querySelector(what)).find((found) => found !== null);

/** Hands focus to an element, also to a heading, which has none of its own. */
export function focusOn(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  if (!element.matches('button, [tabindex]')) element.tabIndex = -1;
  element.focus();
}
