import {
  ConcernAnswerBody,
  ConcernBody,
  Concerns,
  GivenConcern,
  RaisedConcern,
} from '#api/contract/concerns.ts';
import { concernOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { answersBy } from '#domain/cohorts/contactPerson.ts';
import { greetedAs } from '#domain/people/givenName.ts';
import { answerConcern, listGiven } from '#usecases/concerns/given.ts';
import { listRaised, raiseConcern, takeBackConcern } from '#usecases/concerns/raising.ts';
import { listWays } from '#usecases/concerns/ways.ts';

/** A concern is looked for among the asker's own alone: to everybody else it does not exist. */
export const concernRoutes = [
  route('concerns', {
    answer: Concerns,
    run: async ({ ctx, actor: { person, timeZone } }) => {
      const [{ ways, isContact }, raised, given] = await Promise.all([
        listWays(ctx, person),
        listRaised(ctx, person),
        listGiven(ctx, person),
      ]);
      return {
        ways: ways.map(({ contacts, to, ...way }) => ({
          ...way,
          contacts: contacts.map((one) => ({ ...one, firstName: greetedAs(one.name) || one.name })),
          to: to || null,
        })),
        answerBy: answersBy(ctx.clock.now(), timeZone),
        ...{ isContact, raised, given },
      };
    },
  }),
  route('raiseConcern', {
    body: ConcernBody,
    answer: RaisedConcern,
    run: ({ ctx, actor, body: { cohort, to, text } }) =>
      raiseConcern(
        ctx,
        { cohort: asId<CohortId>(cohort), person: actor.person },
        { to: asId<PersonId>(to), text },
      ),
  }),
  route('takeBackConcern', {
    run: ({ ctx, actor, params }) => takeBackConcern(ctx, actor.person, concernOf(params)),
  }),
  route('answerConcern', {
    body: ConcernAnswerBody,
    answer: GivenConcern,
    run: ({ ctx, actor, params, body }) => answerConcern(ctx, actor.person, concernOf(params), body.state),
  }),
];
