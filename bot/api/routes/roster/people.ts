import {
  AskAgainBody,
  FlowView,
  MoveAsked,
  MoveBody,
  MoveCheck,
  Moved,
  People,
  PeopleAsked,
  PeopleFile,
  PeopleFileAsked,
  type PersonView,
} from '#api/contract/roster/people.ts';
import { cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { askAgain } from '#usecases/roster/askingAgain.ts';
import { type FlowSeen, getFlow } from '#usecases/roster/flow.ts';
import { checkMove, type MoveSeen, movePeople, type Whom } from '#usecases/roster/moving.ts';
import { listForFile, listRoster, type RosterPerson } from '#usecases/roster/people.ts';
import { knownLocale } from '#words/languages.ts';

const presentStep = (taken: FlowSeen['taken']['signed']): FlowView['signed'] => {
  if (!taken) return null;
  const { shown, gap } = taken;
  return {
    ...{ reads: shown.reads, count: shown.count, of: shown.of },
    gap: gap ? { reads: gap.reads, count: gap.reads === 'some' ? gap.count : 0 } : null,
  };
};

const presentFlow = (seen: FlowSeen): FlowView => ({
  fresh: seen.fresh,
  invited: seen.invited,
  joined: seen.joined,
  introduced: seen.introduced,
  paired: seen.paired,
  unanswered: seen.unanswered,
  signed: presentStep(seen.taken.signed),
  met: presentStep(seen.taken.met),
  on: seen.on ?? null,
  alone: {
    count: seen.alone.count,
    first: seen.alone.first.map(({ person, name, role, since }) => ({ person, name, role, since })),
  },
});

const presentPerson = (one: RosterPerson): PersonView => ({
  person: one.person,
  name: one.name,
  mail: one.mail,
  role: one.role,
  standing: one.standing,
  department: one.department,
  location: one.location,
  hasApp: one.hasApp,
  isLost: one.isLost,
  canAskAgain: one.canAskAgain,
  dates: one.dates,
  attributes: one.attributes.map(({ name, value }) => ({ name, value })),
  ...(one.awayUntil && { awayUntil: one.awayUntil }),
});

/** `next` stands there only where there is a next page. */
const presentPage = <Person>({ looked, next }: { looked: number; next?: string }, people: Person[]) => ({
  ...{ people, looked },
  ...(next !== undefined && { next }),
});

const presentCheck = ({ targets, can, hear, stay, more }: MoveSeen): MoveCheck => ({
  targets: targets.map(({ cohort, name, contact }) => ({ cohort, name, canInvite: contact === 'accepted' })),
  ...{ can, hear, more },
  stay: stay.map(({ person, name, why }) => ({ person, name, why })),
});

const whomOf = (members: AskAgainBody['members']): Whom =>
  members === 'unanswered' ? members : members.map((one) => asId<PersonId>(one));

export const rosterRoutes = [
  route('flow', {
    answer: FlowView,
    run: async ({ ctx, actor, params }) => presentFlow(await getFlow(ctx, cohortAt({ params, actor }))),
  }),
  route('people', {
    query: PeopleAsked,
    answer: People,
    run: async ({ ctx, actor, params, query }) => {
      const asked = { ...query, locale: knownLocale(actor.locale) };
      const found = await listRoster(ctx, cohortAt({ params, actor }), asked);
      return presentPage(found, found.people.map(presentPerson));
    },
  }),
  route('peopleFile', {
    query: PeopleFileAsked,
    answer: PeopleFile,
    run: async ({ ctx, actor, params, query }) => {
      const asked = { from: query.from, locale: knownLocale(actor.locale) };
      const found = await listForFile(ctx, cohortAt({ params, actor }), asked);
      const people = found.people.map((one) => ({ ...presentPerson(one), manager: one.managerName }));
      return presentPage(found, people);
    },
  }),
  route('askAgain', {
    body: AskAgainBody,
    run: ({ ctx, actor, params, body }) => askAgain(ctx, cohortAt({ params, actor }), whomOf(body.members)),
  }),
  route('checkMove', {
    body: MoveAsked,
    answer: MoveCheck,
    run: async ({ ctx, actor, params, body }) => {
      const asked = { whom: whomOf(body.members), to: body.to && asId<CohortId>(body.to) };
      return presentCheck(await checkMove(ctx, cohortAt({ params, actor }), asked));
    },
  }),
  route('movePeople', {
    body: MoveBody,
    answer: Moved,
    run: async ({ ctx, actor, params, body }) => {
      const asked = { whom: whomOf(body.members), to: asId<CohortId>(body.to) };
      const { moved, goesOn } = await movePeople(ctx, cohortAt({ params, actor }), asked);
      return { moved, goesOn };
    },
  }),
];
