import { MeetingClaim, MeetingLookup, MeetingWhere } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId, type Instant, type PairId } from '#domain/basics/ids.ts';
import { claimMeeting, findMeeting, type MeetingFound } from '#usecases/meetings/meetings.ts';

export const meetingRoutes = [
  route('findMeeting', {
    query: MeetingWhere,
    answer: MeetingLookup,
    run: async ({ ctx, actor, query }) => presentFound(await findMeeting(ctx, actor.person, query)),
  }),
  route('claimMeeting', {
    body: MeetingClaim,
    answer: MeetingLookup,
    run: async ({ ctx, actor, body }) => {
      const claim = {
        teamsMeeting: body.teamsMeeting,
        teamsChat: body.teamsChat,
        pair: asId<PairId>(body.pair),
        startsAt: body.startsAt as Instant | null,
        plannedEnd: body.plannedEnd as Instant | null,
      };
      return presentFound(await claimMeeting(ctx, actor.person, claim));
    },
  }),
];

/** Who isn't of the pair gets the one word `others`. */
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
      return { state: 'others' };
    default:
      return found satisfies never;
  }
}
