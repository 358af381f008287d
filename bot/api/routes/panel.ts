import { Curiosities, CuriosityBody, JottingBody, Jottings, JottingView } from '#api/contract/jottings.ts';
import { PanelAsked, PanelMove, PanelPressed, PanelView } from '#api/contract/meetings.ts';
import { jottingOf, occurrenceOf, pairOf } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import { asId, type PromptId } from '#domain/basics/ids.ts';
import { numberOf, tookPlace } from '#domain/meetings/meetings.ts';
import type { Move } from '#domain/meetings/panel.ts';
import { findPrompt } from '#domain/meetings/prompts/library.ts';
import { type CuriositiesSeen, getCuriosities, saveCuriosity } from '#usecases/meetings/curiosity.ts';
import { hasGiven } from '#usecases/meetings/given.ts';
import {
  changeJotting,
  type JottingSeen,
  jot,
  listJottings,
  removeJotting,
} from '#usecases/meetings/jottings.ts';
import { etagOf, movePanel, type PanelSeen, watchPanel } from '#usecases/meetings/panel.ts';
import { viewOfKept } from '#usecases/meetings/space.ts';
import { firstNameIn } from '#usecases/pairs/pairs.ts';
import type { Words } from '#words/words.ts';

const presentJotting = (seen: JottingSeen): JottingView => ({
  jotting: seen.jotting,
  etag: seen.isMine ? String(seen.seq) : '',
  occurrence: seen.occurrence,
  isMine: seen.isMine,
  firstName: seen.firstName,
  text: seen.text,
  shared: seen.shared,
  at: seen.at,
});

const presentCuriosities = ({ mine, others }: CuriositiesSeen): Curiosities => ({
  mine: mine ? { text: mine.text, shared: mine.shared } : null,
  seq: mine?.seq ?? 0,
  others: others.map(({ firstName, text }) => ({ firstName, text })),
});

function presentPanel({ open, panel, ...beside }: PanelSeen, words: Words): PanelView {
  const meetings = open.rows
    .list('meeting')
    .map(({ value }) => value)
    .filter(tookPlace);
  return {
    etag: etagOf(panel),
    occurrence: panel.occurrence,
    prompt: {
      id: panel.prompt,
      text: words(`prompts:${panel.prompt}`),
      family: findPrompt(panel.prompt)?.family ?? '',
    },
    first: firstNameIn(open.pair, panel.first),
    firstIsMe: panel.first === open.me.person,
    firstAgain: panel.isAgain === true,
    isKept: open.rows.find('prompt', panel.prompt)?.value.state === 'kept',
    keptCount: viewOfKept(open).filter((prompt) => prompt !== panel.prompt).length,
    isFirstMeeting: numberOf(meetings, panel.occurrence) === 1,
    iGaveFeedback: hasGiven(open.rows, panel.occurrence, open.me.person),
    curiosities: presentCuriosities(beside.curiosities),
    jottings: beside.jottings.map(presentJotting),
  };
}

/** The live panel of a meeting, and what lies beside its question. */
export const panelRoutes = [
  route('panel', {
    query: PanelAsked,
    answer: PanelView,
    isWaiting: true,
    run: async ({ ctx, actor, params, query, signal, words }) => {
      const asked = { occurrence: occurrenceOf(query), after: query.after, signal };
      const news = await watchPanel(ctx, actor.person, pairOf(params), asked);
      return news && presentPanel(news, words);
    },
  }),
  /** If-Match carries the etag of the view that was pressed; on an older view nothing happens. */
  route('movePanel', {
    query: PanelPressed,
    body: PanelMove,
    answer: PanelView,
    run: async ({ ctx, actor, params, body, etag, words }) => {
      const move: Move = body.move === 'draw' ? { ...body, prompt: asId<PromptId>(body.prompt) } : body;
      const pressed = { ...move, seen: etag };
      return presentPanel(await movePanel(ctx, actor.person, pairOf(params), pressed), words);
    },
  }),
  route('jottings', {
    answer: Jottings,
    hasEtag: true,
    run: async ({ ctx, actor, params }) => ({
      jottings: (await listJottings(ctx, actor.person, pairOf(params))).map(presentJotting),
    }),
  }),
  route('jot', {
    body: JottingBody,
    answer: JottingView,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => {
      const about = {
        pair: pairOf(params),
        occurrence: occurrenceOf(params),
        press: pressOf({ press, ctx }),
      };
      return presentJotting(await jot(ctx, actor.person, about, body));
    },
  }),
  /** If-Match carries the jotting's etag as it was read. */
  route('changeJotting', {
    body: JottingBody,
    answer: JottingView,
    run: async ({ ctx, actor, params, body, etag }) => {
      const about = { pair: pairOf(params), jotting: jottingOf(params), seen: etag };
      return presentJotting(await changeJotting(ctx, actor.person, about, body));
    },
  }),
  route('removeJotting', {
    run: ({ ctx, actor, params }) =>
      removeJotting(ctx, actor.person, { pair: pairOf(params), jotting: jottingOf(params) }),
  }),
  route('curiosity', {
    answer: Curiosities,
    hasEtag: true,
    run: async ({ ctx, actor, params }) =>
      presentCuriosities(await getCuriosities(ctx, actor.person, pairOf(params))),
  }),
  /** If-Match carries the `seq` that was read: another wording since is a 412, and nothing is changed. */
  route('saveCuriosity', {
    body: CuriosityBody,
    answer: Curiosities,
    run: async ({ ctx, actor, params, body, etag }) =>
      presentCuriosities(await saveCuriosity(ctx, actor.person, pairOf(params), { ...body, seen: etag })),
  }),
];
