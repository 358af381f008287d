import {
  Kept,
  MeetingClaim,
  MeetingLookup,
  Meetings,
  type MeetingView,
  MeetingWhere,
  Planning,
} from '#api/contract/meetings.ts';
import { pairOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type Instant, type PairId } from '#domain/basics/ids.ts';
import { changeUntil } from '#domain/meetings/feedback.ts';
import {
  claimMeeting,
  enterMeeting,
  findMeeting,
  giveBackMeeting,
  type MeetingFound,
} from '#usecases/meetings/claims.ts';
import { getPlanning, type PlanningSeen } from '#usecases/meetings/planning.ts';
import { listKept, listMeetings, type MeetingSeen } from '#usecases/meetings/space.ts';

const presentMeeting = (seen: MeetingSeen): MeetingView => ({
  occurrence: seen.occurrence,
  startedAt: seen.startedAt,
  plannedEnd: seen.plannedEnd,
  state: seen.state,
  told: seen.told ?? null,
  canTakeBack: seen.canTakeBack,
  iGaveFeedback: seen.mine !== undefined,
  myFace: seen.mine?.worthTheHour ?? null,
  changeUntil: seen.mine ? changeUntil(seen.mine) : null,
  myLearned: seen.mine?.learned ?? '',
  mySurprised: seen.mine?.surprised ?? '',
  iShared: seen.mine?.shared ?? false,
  partnerLearned: seen.partner.learned,
  partnerSurprised: seen.partner.surprised,
});

const presentPlanning = ({ partners, times, minutes, rhythm }: PlanningSeen): Planning => ({
  partners: partners.map(({ firstName, mail, timeZone, reach }) => ({ firstName, mail, timeZone, reach })),
  times: times.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  ...{ minutes, rhythm },
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

const instantIn = (at: string | null): Instant | null => (at === null ? null : asId<Instant>(at));

export const meetingRoutes = [
  route('meetings', {
    answer: Meetings,
    hasEtag: true,
    run: async ({ ctx, actor, params }) => ({
      meetings: (await listMeetings(ctx, actor.person, pairOf(params))).map(presentMeeting),
    }),
  }),
  route('planning', {
    answer: Planning,
    hasEtag: true,
    run: async ({ ctx, actor, params }) =>
      presentPlanning(await getPlanning(ctx, actor.person, pairOf(params))),
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
];
