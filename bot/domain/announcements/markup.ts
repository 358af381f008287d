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

/** More than this nobody writes by hand, and reading marks takes longer with the square of their number. */
const MARKS_MAX = 400;
const MARKS = /[*_`[\]<>&!\\]/g;
/** An entry of a list that begins with an entry of a list. */
const NESTED = /^[ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+){2}/m;

/**
 * An address that stands in a text by itself, as far as it is ASCII, without the sign that ends the sentence: where
 * another script goes on without a blank, a reader would not take that for the address. A host is never cut short.
 */
const HOST = String.raw`https:\/\/(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?![\p{Script=Latin}\p{M}\d-]|\.[\p{L}\d])(?::\d+)?`;
const SIGN = String.raw`[\w\-.~:/?#@!$&*+,;=%']`;
const IN_BRACKETS = String.raw`\(${SIGN}*\)`;
const PATH = String.raw`(?:[/?#](?:(?:${SIGN}|${IN_BRACKETS})*(?:[\w\-/#=&%+~]|${IN_BRACKETS}))?)?`;
const BARE = new RegExp(String.raw`(?<!\]\(|<)${HOST}${PATH}`, 'giu');
/** Stand for such addresses while marks are read, so that no sign in them is taken for one. */
const FIRST_STAND_IN = 0xe000;
const STAND_INS = /[\ue000-\uf8ff]/gu;
/** Nobody's letters: those that could be taken for a stand-in, and the mark of a file's beginning. */
const UNSEEN = /[\ue000-\uf8ff\ufeff]/gu;
const STAND_INS_MAX = 0xf8ff - FIRST_STAND_IN;

interface Parsed {
  blocks: RootContent[];
  /** What was written at these nodes, or for these letters. */
  written(what: Nodes | string): string;
  /** The address for which a letter stands. */
  addressOf(letter: string): string | undefined;
}

/**
 * The subset of CommonMark (spec.commonmark.org, 0.31.2) that a card of Teams shows the same everywhere: bold, italic,
 * links to https, lists of one level. A line stays a line. What people write without meaning Markdown, a line of dashes
 * or words set in, stays as written, and so does HTML. Undefined for what would take too long to read. The latest text
 * is read once: it is looked at from several sides, and thousands are sent the same.
 */
function parse(text: string): Parsed | undefined {
  if (latest?.text !== text) latest = { text, read: parseAnew(text) };
  return latest.read;
}
let latest: { text: string; read: Parsed | undefined } | undefined;

function parseAnew(text: string): Parsed | undefined {
  const bare: string[] = [];
  const source = text.replace(UNSEEN, '').replace(BARE, (address) => {
    if (!isShowable(address) || bare.length === STAND_INS_MAX) return address;
    bare.push(address);
    return String.fromCodePoint(FIRST_STAND_IN + bare.length - 1);
  });
  if ((source.match(MARKS) ?? []).length > MARKS_MAX || NESTED.test(source)) return undefined;
  const addressOf = (letter: string) => bare[(letter.codePointAt(0) ?? 0) - FIRST_STAND_IN];
  const restored = (letters: string) => letters.replace(STAND_INS, (letter) => addressOf(letter) ?? '');
  return {
    blocks: fromMarkdown(source, { extensions: [{ disable: { null: UNMEANT } }] }).children,
    addressOf,
    written: (what) =>
      restored(
        typeof what === 'string'
          ? what
          : source.slice(what.position?.start.offset, what.position?.end.offset),
      ),
  };
}
const UNMEANT = [
  ...['setextUnderline', 'codeIndented', 'thematicBreak', 'htmlFlow', 'htmlText', 'characterReference'],
];

const KNOWN: readonly Nodes['type'][] = [
  ...(['paragraph', 'list', 'listItem'] as const),
  ...(['text', 'emphasis', 'strong', 'link', 'break'] as const),
];
const BULLET = '• ';
/** A letter that can be seen. */
const SEEN = /[^\s\p{Cf}\p{Cc}]/u;

/** The first thing in a text that a card could not show; undefined where all is well. */
export function oddIn(text: string): Odd | undefined {
  const read = parse(text);
  if (!read) return { line: lineOf(text), written: text };
  const odd = firstIn(
    read.blocks,
    (node, isInList) =>
      !KNOWN.includes(node.type) ||
      (node.type === 'list' && isInList) ||
      (node.type === 'link' && !SEEN.test(lettersOf(read, node))),
  );
  return odd && { line: odd.position?.start.line ?? 1, written: read.written(odd) };
}

/** Where a list in a list stands; the first line where there are just too many marks. */
const lineOf = (text: string): number => text.slice(0, Math.max(0, text.search(NESTED))).split('\n').length;

/**
 * The first link in a text that leads anywhere but to https, or elsewhere than its own words say, as it is written;
 * undefined where all is well.
 */
export function wrongLinkIn(text: string): string | undefined {
  const read = parse(text);
  const wrong =
    read &&
    firstIn(read.blocks, (node) => {
      if (node.type !== 'link') return false;
      const [said] = BARE_ALONE.exec(lettersOf(read, node)) ?? [];
      return !isShowable(node.url) || (said !== undefined && new URL(said).host !== new URL(node.url).host);
    });
  return wrong && read.written(wrong);
}
const BARE_ALONE = new RegExp(HOST, 'iu');

/** Whether anything of it can be seen. */
export const isSeen = (text: string): boolean =>
  linesOf(text).some(({ runs }) => runs.some((run) => SEEN.test(run.text)));

/** The letters of a node, without its marks. */
const lettersOf = (read: Parsed, node: Nodes): string =>
  'children' in node
    ? node.children.map((child) => lettersOf(read, child)).join('')
    : 'value' in node
      ? read.written(node.value)
      : '';

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
export function linesOf(text: string): Line[] {
  const read = parse(text);
  return read
    ? read.blocks.flatMap((block) =>
        block.type === 'list'
          ? block.children.flatMap((_, at) => entryOf(read, block, at))
          : drawn(read, block),
      )
    : byLine([{ text }]).map((runs) => ({ lead: '', isClose: false, runs }));
}

function entryOf(read: Parsed, { children, ordered }: List, at: number): Line[] {
  const entry = children[at];
  if (!entry) return [];
  const source = read.written(entry);
  const lead = ordered ? `${/^\d+[.)]/.exec(source)?.[0] ?? ''} ` : BULLET;
  const lines = entry.children.flatMap((part) => drawn(read, part));
  const [first, ...more] = lines.length > 0 ? lines : [{ lead: '', isClose: true, runs: [{ text: source }] }];
  if (!first) return [];
  const head = { ...first, lead: lines.length > 0 ? lead : '', isClose: at > 0 };
  return [head, ...more.map((line) => ({ ...line, isClose: true }))];
}

function drawn(read: Parsed, block: RootContent): Line[] {
  const runs =
    block.type === 'paragraph' ? runsIn(read, block.children, {}) : [{ text: read.written(block) }];
  return byLine(runs).map((line, at) => ({ lead: '', isClose: at > 0, runs: line }));
}

const runsIn = (read: Parsed, nodes: readonly PhrasingContent[], look: Look): Run[] =>
  nodes.flatMap((node) => runsOf(read, node, look));

function runsOf(read: Parsed, node: PhrasingContent, look: Look): Run[] {
  switch (node.type) {
    case 'text':
      return look.address === undefined
        ? withAddresses(read, node.value, look)
        : [{ ...look, text: read.written(node.value) }];
    case 'break':
      return [{ text: '\n' }];
    case 'strong':
      return runsIn(read, node.children, { ...look, isBold: true });
    case 'emphasis':
      return runsIn(read, node.children, { ...look, isItalic: true });
    case 'link':
      if (isShowable(node.url)) return runsIn(read, node.children, { ...look, address: node.url });
  }
  return [{ ...look, text: read.written(node) }];
}

/** An address that stands in the text by itself leads there too. */
const withAddresses = (read: Parsed, text: string, look: Look): Run[] =>
  text.split(/([\ue000-\uf8ff])/u).flatMap((part) => {
    const address = read.addressOf(part);
    if (address !== undefined) return [{ ...look, text: address, address }];
    return part === '' ? [] : [{ ...look, text: part }];
  });

/**
 * Runs, parted where a line ends. No run and no line is without a letter: a gap goes with what stands before it, and
 * from the beginning of a line.
 */
function byLine(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    for (const [at, text] of run.text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (at > 0) lines.push([]);
      const before = lines.at(-1)?.at(-1);
      if (text.trim() !== '') lines.at(-1)?.push({ ...run, text });
      else if (before) before.text += text;
    }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}
