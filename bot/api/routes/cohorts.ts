import {
  CohortBody,
  Cohorts,
  CohortView,
  InviteBody,
  Members,
  type MemberView,
} from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId } from '#domain/basics/ids.ts';
import { type CohortSeen, createCohort, getCohort, listCohorts } from '#usecases/cohorts/cohorts.ts';
import { invite, listMembers, type MemberSeen } from '#usecases/cohorts/invitations.ts';
import type { Words } from '#words/words.ts';
import { atOf } from './at.ts';
import { sayDelivery } from './deliveries.ts';

const presentCohort = (seen: CohortSeen): CohortView => ({
  cohort: seen.cohort,
  etag: seen.etag,
  name: seen.name,
  kind: seen.kind,
  state: seen.state,
  startsOn: seen.startsOn,
  endsOn: seen.endsOn,
  fitFloor: seen.fitFloor,
  counts: seen.counts,
});

function presentMember(words: Words, seen: MemberSeen): MemberView {
  const waits = seen.state === 'imported' ? 'none' : 'queued';
  return {
    person: seen.person,
    name: seen.name,
    mail: seen.mail,
    role: seen.role,
    state: seen.state,
    hasApp: seen.hasApp,
    delivery: seen.delivery?.state ?? waits,
    deliveryReason: seen.delivery ? sayDelivery(words, seen.delivery) : '',
  };
}

export const cohortRoutes = [
  route('cohorts', {
    answer: Cohorts,
    run: async ({ ctx, actor }) => ({
      cohorts: (await listCohorts(ctx, actor.person)).map(presentCohort),
    }),
  }),
  route('createCohort', {
    body: CohortBody,
    answer: CohortView,
    status: 201,
    run: async ({ ctx, actor, body }) =>
      presentCohort(
        await createCohort(ctx, actor, { ...body, startsOn: asId(body.startsOn), endsOn: asId(body.endsOn) }),
      ),
  }),
  route('cohort', {
    answer: CohortView,
    run: async ({ ctx, actor, params }) =>
      presentCohort(await getCohort(ctx, asId(params.cohort ?? ''), actor.person)),
  }),
  route('members', {
    answer: Members,
    run: async ({ ctx, actor, params, words }) => {
      const members = await listMembers(ctx, atOf({ params, actor }));
      return { members: members.map((member) => presentMember(words, member)) };
    },
  }),
  route('invite', {
    body: InviteBody,
    answer: Members,
    run: async ({ ctx, actor, params, body, words }) => {
      const at = atOf({ params, actor });
      const members = await invite(
        ctx,
        at,
        body?.members?.map((person) => asId(person)),
      );
      return { members: members.map((member) => presentMember(words, member)) };
    },
  }),
];
