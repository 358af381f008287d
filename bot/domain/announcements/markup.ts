import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isShowable } from './address.ts';

/** Letters of one look. `address`: where they lead. */
export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  address?: string;
}

type Look = Omit<Run, 'text'>;

/** `lead`: what stands before an entry of a list. `isClose`: it goes on from the line before, without a gap. */
export interface Line {
  lead: string;
  isClose: boolean;
  runs: Run[];
}

/** What a card has no look for: from which line on, counted from 1, and how it is written. */
export interface Odd {
  line: number;
  written: string;
}

/**
 * The subset of CommonMark (spec.commonmark.org, 0.31.2) that a card of Teams shows the same everywhere: bold, italic,
 * links to https, lists of one level. A line stays a line. What people write without meaning Markdown, a line of dashes
 * or words set in, stays as written, and so does HTML.
 */
const parse = (text: string) => fromMarkdown(text, { extensions: [{ disable: { null: UNMEANT } }] }).children;
const UNMEANT = ['setextUnderline', 'codeIndented', 'thematicBreak', 'htmlFlow', 'htmlText'];

const KNOWN: readonly Nodes['type'][] = [
  ...(['paragraph', 'list', 'listItem'] as const),
  ...(['text', 'emphasis', 'strong', 'link', 'break'] as const),
];
const BULLET = '• ';
const ADDRESS = /https:\/\/[^\s<>"“”„]*[^\s<>"“”„.,;:!?()[\]'’»*_]/g;

const sourceOf = (text: string, { position }: Nodes): string =>
  text.slice(position?.start.offset, position?.end.offset);

/** The first thing in a text that a card could not show; undefined where all is well. */
export function oddIn(text: string): Odd | undefined {
  const odd = firstIn(parse(text), (node, isInList) => {
    const isEmpty = node.type === 'link' && node.children.length === 0;
    return !KNOWN.includes(node.type) || (node.type === 'list' && isInList) || isEmpty;
  });
  return odd && { line: odd.position?.start.line ?? 1, written: sourceOf(text, odd) };
}

/** The first link in a text that leads anywhere but to https, as it is written; undefined where all is well. */
export function wrongLinkIn(text: string): string | undefined {
  const wrong = firstIn(parse(text), (node) => node.type === 'link' && !isShowable(node.url));
  return wrong && sourceOf(text, wrong);
}

/** In the order of the text, the outer before the inner. */
function firstIn(
  nodes: readonly Nodes[],
  isIt: (node: Nodes, isInList: boolean) => boolean,
  isInList = false,
): Nodes | undefined {
  for (const node of nodes) {
    if (isIt(node, isInList)) return node;
    const within = 'children' in node && firstIn(node.children, isIt, isInList || node.type === 'list');
    if (within) return within;
  }
  return undefined;
}

/** A text as lines to be drawn. What a card has no look for stays as it is written. */
export const linesOf = (text: string): Line[] =>
  parse(text).flatMap((block) =>
    block.type === 'list' ? block.children.flatMap((_, at) => entryOf(text, block, at)) : drawn(text, block),
  );

function entryOf(text: string, { children, ordered }: List, at: number): Line[] {
  const entry = children[at];
  if (!entry) return [];
  const source = sourceOf(text, entry);
  const lead = ordered ? `${/^\d+[.)]/.exec(source)?.[0] ?? ''} ` : BULLET;
  const lines = entry.children.flatMap((part) => drawn(text, part));
  const [first, ...more] = lines.length > 0 ? lines : [{ lead: '', isClose: true, runs: [{ text: source }] }];
  if (!first) return [];
  const head = { ...first, lead: lines.length > 0 ? lead : '', isClose: at > 0 };
  return [head, ...more.map((line) => ({ ...line, isClose: true }))];
}

function drawn(text: string, block: RootContent): Line[] {
  const runs =
    block.type === 'paragraph' ? runsIn(text, block.children, {}) : [{ text: sourceOf(text, block) }];
  return byLine(runs).map((line, at) => ({ lead: '', isClose: at > 0, runs: line }));
}

const runsIn = (text: string, nodes: readonly PhrasingContent[], look: Look): Run[] =>
  nodes.flatMap((node) => runsOf(text, node, look));

function runsOf(text: string, node: PhrasingContent, look: Look): Run[] {
  switch (node.type) {
    case 'text':
      return look.address === undefined ? withAddresses(node.value, look) : [{ ...look, text: node.value }];
    case 'break':
      return [{ text: '\n' }];
    case 'strong':
      return runsIn(text, node.children, { ...look, isBold: true });
    case 'emphasis':
      return runsIn(text, node.children, { ...look, isItalic: true });
    case 'link':
      if (isShowable(node.url)) return runsIn(text, node.children, { ...look, address: node.url });
  }
  return [{ ...look, text: sourceOf(text, node) }];
}

/** An address that stands in the text by itself leads there too. */
function withAddresses(text: string, look: Look): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (!isShowable(address)) continue;
    if (index > from) runs.push({ ...look, text: text.slice(from, index) });
    runs.push({ ...look, text: address, address });
    from = index + address.length;
  }
  return from < text.length ? [...runs, { ...look, text: text.slice(from) }] : runs;
}

/** Runs, parted where a line ends. No run and no line is without a letter: a gap goes with what stands before it. */
function byLine(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    for (const [at, text] of run.text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (at > 0) lines.push([]);
      const before = lines.at(-1)?.at(-1);
      if (before && text.trim() === '') before.text += text;
      else if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}
