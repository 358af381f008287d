import {
  type BalanceView,
  ExchangeBody,
  Exchanges,
  ExchangeView,
  LearningBody,
  LearningView,
  type MomentView,
  Timeline,
  TimelineAsked,
} from '#api/contract/exchanges.ts';
import { exchangeOf, learningOf, pairOf } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Balance } from '#domain/exchanges/balance.ts';
import type { Exchange } from '#domain/exchanges/exchange.ts';
import type { Idea } from '#domain/exchanges/ideas.ts';
import type { Learning } from '#domain/exchanges/learning.ts';
import type { Moment } from '#domain/exchanges/timeline.ts';
import {
  addExchange,
  type ExchangesSeen,
  getExchanges,
  takeBackExchange,
} from '#usecases/exchanges/exchanges.ts';
import { addLearning, changeLearning, removeLearning } from '#usecases/exchanges/learnings.ts';
import { getTimeline } from '#usecases/exchanges/timeline.ts';
import { firstNameIn, type OpenPair, othersIn } from '#usecases/pairs/pairs.ts';
import { topicIn } from '#usecases/pairs/reasons.ts';
import type { Words } from '#words/words.ts';

const presentExchange = ({ pair, me }: OpenPair, exchange: Exchange): ExchangeView => {
  const nameOf = (person: PersonId) => (person === me.person ? '' : firstNameIn(pair, person));
  const { kind, text, at } = exchange;
  return {
    ...{ exchange: exchange.exchange, kind, text, at },
    ...{ by: nameOf(exchange.by), to: nameOf(exchange.to), isMine: exchange.writer === me.person },
  };
};

function presentBalance({ pair, me }: OpenPair, balance: Balance): BalanceView {
  if (balance.state !== 'leans') return { state: balance.state };
  const { partner, giver, isClear } = balance;
  return {
    ...{ state: 'leans', partner: firstNameIn(pair, partner) },
    ...{ iGaveMore: giver === me.person, isClear },
  };
}

/** For whoever gives back: what to do; for the other: what to ask for. */
function sayIdea(
  words: Words,
  idea: Idea,
  { iGaveMore, name }: { iGaveMore: boolean; name: string },
): string {
  const { kind, topic, label } = idea;
  const side = iGaveMore ? 'theirs' : 'mine';
  if (!topic) return words(`pair:ideas.${kind}.${side}`, { name });
  const named = topicIn(words, label ? { topic, label } : { topic });
  return words(`pair:ideas.${kind}With.${side}`, { name, topic: named });
}

function presentExchanges({ open, balance, helps, ideas }: ExchangesSeen, words: Words): Exchanges {
  const { pair, me } = open;
  const shown = presentBalance(open, balance);
  return {
    balance: shown,
    partners: othersIn(pair, me.person).map((person) => ({ person, firstName: firstNameIn(pair, person) })),
    helps: helps.map((one) => presentExchange(open, one)),
    ideas:
      shown.state === 'leans'
        ? ideas.map((idea) => sayIdea(words, idea, { ...shown, name: shown.partner }))
        : [],
  };
}

function presentLearning({ pair, me }: OpenPair, learning: Learning): LearningView {
  const { kind, text, shared, at, writer } = learning;
  const isMine = writer === me.person;
  return {
    ...{ learning: learning.learning, kind, text, shared, at, isMine },
    ...{ etag: isMine ? String(learning.seq) : '', byFirstName: firstNameIn(pair, writer) },
  };
}

function presentMoment(open: OpenPair, moment: Moment): MomentView {
  const { pair, me } = open;
  switch (moment.kind) {
    case 'meeting':
      return {
        ...{ kind: 'meeting', at: moment.at, occurrence: moment.occurrence, told: moment.told ?? null },
        words: moment.words.map(({ kind, text, shared, writer }) => ({
          ...{ kind, text, shared, isMine: writer === me.person, byFirstName: firstNameIn(pair, writer) },
        })),
      };
    case 'learning':
      return { kind: 'learning', at: moment.at, learning: presentLearning(open, moment.learning) };
    case 'exchange':
      return { kind: 'exchange', at: moment.at, exchange: presentExchange(open, moment.exchange) };
    case 'signature':
      return { kind: 'signature', at: moment.at, version: moment.version };
    default:
      return moment satisfies never;
  }
}

export const exchangeRoutes = [
  route('timeline', {
    query: TimelineAsked,
    answer: Timeline,
    hasEtag: true,
    run: async ({ ctx, actor, params, query }) => {
      const seen = await getTimeline(ctx, actor.person, pairOf(params), Number(query.show));
      return { moments: seen.moments.map((one) => presentMoment(seen.open, one)), hasMore: seen.hasMore };
    },
  }),
  route('exchanges', {
    answer: Exchanges,
    hasEtag: true,
    run: async ({ ctx, actor, params, words }) =>
      presentExchanges(await getExchanges(ctx, actor.person, pairOf(params)), words),
  }),
  route('addExchange', {
    body: ExchangeBody,
    answer: ExchangeView,
    status: 201,
    run: async ({ ctx, actor, params, body: { partner, iHelped, kind, text }, press }) => {
      const [me, other] = [actor.person, asId<PersonId>(partner)];
      const told = { ...(iHelped ? { by: me, to: other } : { by: other, to: me }), kind, text };
      const made = await addExchange(ctx, me, pairOf(params), told, pressOf({ press, ctx }));
      return presentExchange(made.open, made.exchange);
    },
  }),
  route('takeBackExchange', {
    run: ({ ctx, actor, params }) => takeBackExchange(ctx, actor.person, pairOf(params), exchangeOf(params)),
  }),
  route('addLearning', {
    body: LearningBody,
    answer: LearningView,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => {
      const kept = await addLearning(ctx, actor.person, pairOf(params), body, pressOf({ press, ctx }));
      return presentLearning(kept.open, kept.learning);
    },
  }),
  /** If-Match carries its etag as it was read. */
  route('changeLearning', {
    body: LearningBody,
    answer: LearningView,
    run: async ({ ctx, actor, params, body, etag }) => {
      const change = { learning: learningOf(params), wording: body, seen: etag };
      const kept = await changeLearning(ctx, actor.person, pairOf(params), change);
      return presentLearning(kept.open, kept.learning);
    },
  }),
  route('removeLearning', {
    run: ({ ctx, actor, params }) => removeLearning(ctx, actor.person, pairOf(params), learningOf(params)),
  }),
];
