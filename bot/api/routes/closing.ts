import { ClosingBody, ClosingView } from '#api/contract/closing.ts';
import { pairOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import type { LookBackEntry } from '#domain/closing/lookBack.ts';
import { reasonsFor } from '#domain/pairs/introduction.ts';
import { activeSinceOf, type Pair } from '#domain/pairs/pair.ts';
import { type ClosingSeen, getClosing, sayClosing } from '#usecases/closing/closing.ts';
import { firstNameIn } from '#usecases/pairs/pairs.ts';
import { readerOf, sayReasons } from '#usecases/pairs/reasons.ts';
import type { Words } from '#words/words.ts';

const presentEntry = (pair: Pair, entry: LookBackEntry) => ({
  at: entry.at,
  by: entry.by === undefined ? '' : firstNameIn(pair, entry.by),
  text: entry.text,
  before: entry.before ?? '',
  confidence: entry.confidence ?? null,
  state: entry.state ?? null,
  way: entry.way ?? ('' as const),
  help: entry.help ?? null,
});

function presentClosing({ open, endsOn, isDue, mine, sections }: ClosingSeen, words: Words): ClosingView {
  const { pair, me } = open;
  return {
    endsOn,
    isDue,
    since: activeSinceOf(pair) ?? pair.introducedAt,
    reasons: sayReasons(words, reasonsFor(pair, me), readerOf(me.role, pair.members.length - 1)),
    sections: sections.map(({ kind, entries }) => ({
      kind,
      entries: entries.map((entry) => presentEntry(pair, entry)),
    })),
    mine: mine ? { worth: mine.worth, words: mine.words, shared: mine.shared, at: mine.at } : null,
    seq: mine?.seq ?? 0,
  };
}

export const closingRoutes = [
  route('closing', {
    answer: ClosingView,
    hasEtag: true,
    run: async ({ ctx, actor, params, words }) =>
      presentClosing(await getClosing(ctx, actor.person, pairOf(params)), words),
  }),
  /** If-Match carries the `seq` that was read: another wording since is a 412, and nothing is changed. */
  route('sayClosing', {
    body: ClosingBody,
    answer: ClosingView,
    run: async ({ ctx, actor, params, body, etag, words }) =>
      presentClosing(await sayClosing(ctx, actor.person, pairOf(params), { ...body, seen: etag }), words),
  }),
];
