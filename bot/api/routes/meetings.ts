import {
  FeedbackBody,
  FeedbackGiven,
  Kept,
  MeetingClaim,
  MeetingLookup,
  Meetings,
  type MeetingView,
  MeetingWhere,
  PanelAsked,
  PanelMove,
  PanelPressed,
  PanelView,
} from '#api/contract/meetings.ts';
import { occurrenceOf, pairOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type Instant, type PairId, type PromptId } from '#domain/basics/ids.ts';
import { numberOf } from '#domain/meetings/meetings.ts';
import type { Move } from '#domain/meetings/panel.ts';
import { findPrompt } from '#domain/meetings/promptLibrary.ts';
import {
  claimMeeting,
  enterMeeting,
  findMeeting,
  giveBackMeeting,
  type MeetingFound,
} from '#usecases/meetings/claims.ts';
import { giveFeedback, hasGiven } from '#usecases/meetings/feedback.ts';
import { etagOf, movePanel, type PanelSeen, watchPanel } from '#usecases/meetings/panel.ts';
import { listKept, listMeetings, type MeetingSeen, viewOfKept } from '#usecases/meetings/space.ts';
import { firstNameIn } from '#usecases/pairs/pairs.ts';
import type { Words } from '#words/words.ts';

const presentMeeting = (seen: MeetingSeen): MeetingView => ({
  occurrence: seen.occurrence,
  startedAt: seen.startedAt,
  plannedEnd: seen.plannedEnd,
  state: seen.state,
  iGaveFeedback: seen.iGaveFeedback,
  myLearned: seen.mine.learned,
  mySurprised: seen.mine.surprised,
  iShared: seen.mine.shared,
  partnerLearned: seen.partner.learned,
  partnerSurprised: seen.partner.surprised,
});

/** Who isn't of the pair gets one word. */
function presentFound(found: MeetingFound): MeetingLookup {
  switch (found.state) {
    case 'unclaimed':
      return {
        state: 'unclaimed',
        pairs: found.pairs.map(({ pair, partners }) => ({ pair, partners })),
        agreementMissing: found.agreementMissing,
      };
    case 'yours':
      return {
        state: 'yours',
        pair: found.pair,
        occurrence: found.occurrence,
        partners: found.partners,
      };
    case 'others':
    case 'elsewhere':
      return { state: found.state };
    default:
      return found satisfies never;
  }
}

function presentPanel({ open, panel }: PanelSeen, words: Words): PanelView {
  const meetings = open.rows.list('meeting').map(({ value }) => value);
  return {
    etag: etagOf(panel),
    occurrence: panel.occurrence,
    prompt: {
      id: panel.prompt,
      text: words(`prompts:${panel.prompt}`),
      kind: findPrompt(panel.prompt)?.kind ?? '',
    },
    first: firstNameIn(open.pair, panel.first),
    firstIsMe: panel.first === open.me.person,
    isKept: open.rows.find('prompt', panel.prompt)?.value.state === 'kept',
    keptCount: viewOfKept(open).filter((prompt) => prompt !== panel.prompt).length,
    isFirstMeeting: numberOf(meetings, panel.occurrence) === 1,
    iGaveFeedback: hasGiven(open.rows, panel.occurrence, open.me.person),
  };
}

const instantIn = (at: string | null): Instant | null => (at === null ? null : asId<Instant>(at));

export const meetingRoutes = [
  route('meetings', {
    answer: Meetings,
    hasEtag: true,
    run: async ({ ctx, actor, params }) => ({
      meetings: (await listMeetings(ctx, actor.person, pairOf(params))).map(presentMeeting),
    }),
  }),
  route('kept', {
    answer: Kept,
    hasEtag: true,
    run: async ({ ctx, actor, params, words }) => {
      const kept = await listKept(ctx, actor.person, pairOf(params));
      return { kept: kept.map((prompt) => ({ prompt, text: words(`prompts:${prompt}`) })) };
    },
  }),
  route('findMeeting', {
    query: MeetingWhere,
    answer: MeetingLookup,
    run: async ({ ctx, actor, query }) => presentFound(await findMeeting(ctx, actor.person, query)),
  }),
  route('claimMeeting', {
    body: MeetingClaim,
    answer: MeetingLookup,
    run: async ({ ctx, actor, body }) => {
      const { teamsMeeting, teamsChat } = body;
      const planned = { startsAt: instantIn(body.startsAt), plannedEnd: instantIn(body.plannedEnd) };
      const claim = { teamsMeeting, teamsChat, pair: asId<PairId>(body.pair), ...planned };
      return presentFound(await claimMeeting(ctx, actor.person, claim));
    },
  }),
  route('enterMeeting', {
    body: MeetingWhere,
    answer: MeetingLookup,
    run: async ({ ctx, actor, body }) => presentFound(await enterMeeting(ctx, actor.person, body)),
  }),
  route('giveBackMeeting', {
    query: MeetingWhere,
    run: ({ ctx, actor, query }) => giveBackMeeting(ctx, actor.person, query),
  }),
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
  route('giveFeedback', {
    body: FeedbackBody,
    answer: FeedbackGiven,
    status: 201,
    run: async ({ ctx, actor, params, body }) => {
      const occurrence = occurrenceOf(params);
      const { repeated } = await giveFeedback(ctx, actor.person, pairOf(params), occurrence, body, 'panel');
      return { repeated };
    },
  }),
];
