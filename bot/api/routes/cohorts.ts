import {
  AccountBody,
  CohortBody,
  CohortChangeBody,
  Cohorts,
  CohortView,
  InviteBody,
  Members,
  MembersAsked,
  type MemberView,
  PreferencesBody,
  TakenBack,
} from '#api/contract/cohorts.ts';
import {
  ImportBody,
  ImportColumns,
  ImportQuery,
  ImportView,
  LastImport,
} from '#api/contract/roster/imports.ts';
import { pageOf } from '#api/http/page.ts';
import { cohortAt, cohortOf, importOf, memberOf } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { Invalid } from '#api/http/problem.ts';
import { route } from '#api/http/route.ts';
import { asId, type Day, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { chosenIn } from '#domain/cohorts/attributes/chosen.ts';
import { hasIntroduced } from '#domain/cohorts/cohort.ts';
import { type Import, type ImportProblem, isStuck } from '#domain/cohorts/import.ts';
import { isNeverKept } from '#domain/cohorts/neverKept.ts';
import { changeCohort, preferDifference } from '#usecases/cohorts/changing.ts';
import { type CohortSeen, createCohort, getCohort, listCohorts } from '#usecases/cohorts/cohorts.ts';
import {
  checkImport,
  columnsOfImport,
  confirmImport,
  discardImport,
  lastImport,
  RefusedImport,
} from '#usecases/cohorts/imports.ts';
import { invite, inviteLost } from '#usecases/cohorts/invitations.ts';
import { joinMembers, takeBack } from '#usecases/cohorts/joining.ts';
import { findMembers, type MemberSeen } from '#usecases/cohorts/members.ts';
import { sayDelivery } from '#usecases/notices/deliveries.ts';
import { knownLocale } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

const presentCohort = (seen: CohortSeen): CohortView => ({
  cohort: seen.cohort,
  etag: seen.etag,
  name: seen.name,
  kind: seen.kind,
  state: seen.state,
  startsOn: seen.startsOn,
  endsOn: seen.endsOn,
  fitFloor: seen.fitFloor,
  circle: seen.circle ?? null,
  languages: seen.languages ?? [],
  isOpen: !hasIntroduced(seen),
  tweaks: seen.tweaks ?? [],
  attributes: (seen.attributes ?? []).map(({ name, why }) => ({ name, why })),
  prefers: (seen.prefers ?? []).map(({ name, much }) => ({ name, much })),
  contact: seen.contact,
  unmatchedForLong: seen.unmatchedForLong,
  counts: seen.counts,
});

/** No answer to an invitation but a yes is told. */
const shownState = (state: MemberSeen['state']): MemberView['state'] =>
  state === 'passed' || state === 'later' ? 'invited' : state;

function presentMember(words: Words, seen: MemberSeen): MemberView {
  const waits = seen.state === 'imported' ? 'none' : 'queued';
  return {
    person: seen.person,
    name: seen.name,
    mail: seen.mail,
    role: seen.role,
    state: shownState(seen.state),
    hasApp: seen.hasApp,
    delivery: seen.delivery?.state ?? waits,
    deliveryReason: seen.delivery ? sayDelivery(words, seen.delivery) : '',
    hasAccount: seen.hasAccount,
    changed: [...seen.changed, ...(seen.joined?.length ? ['joined' as const] : [])],
  };
}

/** Where and what, in the reader's words. */
export const presentProblem = (words: Words, { line, column, word, values }: ImportProblem) => ({
  where: column
    ? words('cohort:import.where', { line, column: words(`cohort:import.column.${column}`) })
    : words('cohort:import.whereLine', { line }),
  what: words(`cohort:import.${word}`, values),
});

const presentImport = (words: Words, nowMs: number, seen: Import): ImportView => ({
  import: seen.id,
  state: seen.state,
  file: seen.file,
  lines: seen.lines,
  done: seen.linesDone,
  ...{ added: seen.added, changed: seen.changed, unchanged: seen.unchanged },
  leftOut: seen.leftOut ?? 0,
  isStuck: isStuck(seen, nowMs),
  ignored: seen.ignored.filter((name) => !isNeverKept(name)),
  neverKept: seen.ignored.filter(isNeverKept),
  encoding: seen.encoding,
  sample: seen.sample,
  problems: seen.problems.map((problem) => presentProblem(words, problem)),
  more: seen.problemCount - seen.problems.length,
});

export const cohortRoutes = [
  route('cohorts', {
    answer: Cohorts,
    run: async ({ ctx, actor }) => ({
      cohorts: (await listCohorts(ctx, actor.person)).map(presentCohort),
      now: toInstant(ctx.clock.now()),
    }),
  }),
  route('createCohort', {
    body: CohortBody,
    answer: CohortView,
    status: 201,
    run: async ({ ctx, actor, body, press }) => {
      const { name, kind, fitFloor, circle, languages, tweaks } = body;
      const days = { startsOn: asId<Day>(body.startsOn), endsOn: asId<Day>(body.endsOn) };
      const shape = { fitFloor, ...(circle && { circle }), ...(languages && { languages }) };
      const asked = { name, kind, tweaks, ...days, ...shape };
      return presentCohort(await createCohort(ctx, actor, asked, pressOf({ press, ctx })));
    },
  }),
  route('cohort', {
    answer: CohortView,
    run: async ({ ctx, actor, params }) =>
      presentCohort(await getCohort(ctx, cohortOf(params), actor.person)),
  }),
  route('changeCohort', {
    body: CohortChangeBody,
    answer: CohortView,
    run: async ({ ctx, actor, params, body, etag }) => {
      const { name, fitFloor, circle, languages } = body;
      const days = { startsOn: asId<Day>(body.startsOn), endsOn: asId<Day>(body.endsOn) };
      const asked = { name, fitFloor, circle, ...days, ...(languages && { languages }) };
      return presentCohort(await changeCohort(ctx, cohortAt({ params, actor }), asked, etag));
    },
  }),
  route('members', {
    query: MembersAsked,
    answer: Members,
    run: async ({ ctx, actor, params, query, words }) => {
      const { which, role, find } = query;
      const asked = { which, role, find, locale: knownLocale(actor.locale) };
      const { found, counts } = await findMembers(ctx, cohortAt({ params, actor }), asked);
      const { shown, ...page } = pageOf(found, query);
      return { members: shown.map((member) => presentMember(words, member)), counts, ...page };
    },
  }),
  route('lastImport', {
    answer: LastImport,
    run: async ({ ctx, actor, params, words }) => {
      const last = await lastImport(ctx, cohortAt({ params, actor }));
      return { last: last ? presentImport(words, ctx.clock.now(), last) : null };
    },
  }),
  route('importColumns', {
    body: ImportBody,
    answer: ImportColumns,
    run: async ({ ctx, actor, params, body }) => {
      const { columns, open } = await columnsOfImport(ctx, cohortAt({ params, actor }), body);
      return {
        columns: columns.map((one) => ({
          ...{ place: one.place, name: one.name, samples: one.samples },
          ...{ isRefused: one.isRefused, keptFor: one.keptFor },
        })),
        open,
      };
    },
  }),
  route('prefer', {
    body: PreferencesBody,
    answer: CohortView,
    run: async ({ ctx, actor, params, body, etag }) =>
      presentCohort(await preferDifference(ctx, cohortAt({ params, actor }), body.prefers, etag)),
  }),
  route('checkImport', {
    body: ImportBody,
    query: ImportQuery,
    answer: ImportView,
    run: async ({ ctx, actor, params, query, body, words, press }) => {
      try {
        const chosen = chosenIn(query);
        const file = { name: query.name, bytes: body, press, isPartly: query.lines === 'good', chosen };
        const checked = await checkImport(ctx, cohortAt({ params, actor }), file);
        return presentImport(words, ctx.clock.now(), checked);
      } catch (error) {
        if (!(error instanceof RefusedImport)) throw error;
        const { problems, count, good } = error;
        const listed = problems.map((problem) => presentProblem(words, problem));
        throw new Invalid(listed, count - listed.length, good);
      }
    },
  }),
  route('confirmImport', {
    answer: ImportView,
    run: async ({ ctx, actor, params, words }) => {
      const going = await confirmImport(ctx, cohortAt({ params, actor }), importOf(params));
      return presentImport(words, ctx.clock.now(), going);
    },
  }),
  route('discardImport', {
    run: ({ ctx, actor, params }) => discardImport(ctx, cohortAt({ params, actor }), importOf(params)),
  }),
  route('invite', {
    body: InviteBody,
    run: ({ ctx, actor, params, body }) => {
      const at = cohortAt({ params, actor });
      if (body?.members === 'lost') return inviteLost(ctx, at);
      return invite(
        ctx,
        at,
        body?.members?.map((person) => asId<PersonId>(person)),
      );
    },
  }),
  route('joinMembers', {
    body: AccountBody,
    run: ({ ctx, actor, params, body }) => {
      const account = 'member' in body ? { member: asId<PersonId>(body.member) } : body;
      return joinMembers(ctx, cohortAt({ params, actor }), memberOf(params), account);
    },
  }),
  route('takeBackSaid', {
    answer: TakenBack,
    run: async ({ ctx, actor, params }) => ({
      tookBack: await takeBack(ctx, cohortAt({ params, actor }), memberOf(params)),
    }),
  }),
];
