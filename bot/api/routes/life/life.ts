import { AwayBody } from '#api/contract/life/life.ts';
import { cohortAt, memberOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type Day } from '#domain/basics/ids.ts';
import { sayAway, sayBack, sayGone } from '#usecases/life/members.ts';
import { sayOwnAway, sayOwnBack } from '#usecases/life/ownLeave.ts';

export const lifeRoutes = [
  route('sayGone', {
    run: ({ ctx, actor, params }) => sayGone(ctx, cohortAt({ params, actor }), memberOf(params)),
  }),
  route('sayAway', {
    body: AwayBody,
    run: ({ ctx, actor, params, body }) => {
      const said = { person: memberOf(params), until: asId<Day>(body.until) };
      return sayAway(ctx, cohortAt({ params, actor }), said);
    },
  }),
  route('sayBack', {
    run: ({ ctx, actor, params }) => sayBack(ctx, cohortAt({ params, actor }), memberOf(params)),
  }),
];

/** What somebody says of their own leave. */
export const ownLeaveRoutes = [
  route('sayOwnAway', {
    body: AwayBody,
    run: ({ ctx, actor, body }) => sayOwnAway(ctx, actor.person, asId<Day>(body.until)),
  }),
  route('sayOwnBack', { run: ({ ctx, actor }) => sayOwnBack(ctx, actor.person) }),
];
