import { asId, type CohortId, type Day, type PersonId, toMs } from '#domain/basics/ids.ts';
import { HOURS_PER_MONTH } from '#domain/cohorts/cohort.ts';
import { answersBy } from '#domain/cohorts/contactPerson.ts';
import { isTheirs } from '#domain/cohorts/member.ts';
import type { Standing, StandingState } from '#domain/enrolment/acting/standing.ts';
import { greetedAs } from '#domain/people/givenName.ts';
import type { Role } from '#domain/people/person.ts';
import { championNames } from '#usecases/cohorts/champions.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { listContactsFor, receiverIn, type TurnTo } from '#usecases/cohorts/contactFor.ts';
import { firstNamesOf, listPairs, type OpenPair } from '#usecases/pairs/pairs.ts';
import { ownName } from '#usecases/people/contacts.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { shownIn } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

type Rows = Partition<'people'>;

/** What somebody was invited to and was not moved away from. */
export const programmesIn = (rows: Rows) => rows.list('enrolment').filter(({ value }) => isTheirs(value));

/** The cohort whose role a conversation speaks to: its own while it lasts, else the first joined. */
export function roleIn(rows: Rows, cohort: CohortId | ''): Role | undefined {
  const joined = rows.list('enrolment').filter(({ value }) => value.state === 'joined');
  return (joined.find(({ id }) => id === cohort) ?? (cohort === '' ? joined[0] : undefined))?.value.role;
}

/** What is known without reading anything more: enough where nobody asked about the programme or the pair. */
export function standingAtHand(rows: Rows, words: Words, cohort: CohortId | '' = ''): Standing {
  const role = roleIn(rows, cohort);
  return {
    state: role ? 'joined' : 'unknown',
    firstName: greetedAs(ownName(rows, cohort)),
    role,
    partners: [],
    here: { paired: [], introduced: [] },
    isSearchPossible: role === 'executive',
    hoursPerMonth: HOURS_PER_MONTH,
    profile: rows.find('profile')?.value,
    speech: speechFor(words, localeIn(rows)),
  };
}

/** Where somebody stands, with the names and times that answers take: for whoever asked. */
export async function standingOf(
  ctx: Context,
  { rows, person, words }: { rows: Rows; person: PersonId; words: Words },
  cohort: CohortId | '' = '',
): Promise<Standing> {
  const known = standingAtHand(rows, words, cohort);
  const pairs = (await listPairs(ctx, person)).filter(({ state }) => state !== 'ended');
  const met = pairs.filter(({ state }) => state !== 'introduced');
  const near = met.length > 0 ? met : pairs;
  const about = cohortAbout(rows, cohort || near[0]?.pair.cohort || '');
  const nextMeeting = nextMeetingOf(met, ctx.clock.now());
  const contacts = about ? await listContactsFor(ctx, { cohort: about, person }) : [];
  const [contact] = contacts;
  return {
    ...known,
    state: stateOf(rows, { isPaired: met.length > 0, isIntroduced: pairs.length > 0 }),
    partners: [...new Set(near.flatMap(firstNamesOf))],
    here: partnersIn(pairs, about),
    isSearchPossible: known.isSearchPossible && met.length === 0,
    ...(about && { cohort: await factsOf(ctx, about, localeIn(rows)) }),
    ...(contact && { contact: { name: contact.name, mail: contact.mail } }),
    ...(about && { receiver: receiverOf(rows, { cohort: about, contacts }, ctx.clock.now()) }),
    ...(nextMeeting !== undefined && { nextMeeting: saidTime(rows, nextMeeting) }),
  };
}

const localeIn = (rows: Rows): string => rows.find('settings')?.value.locale ?? 'en';
function receiverOf(
  rows: Rows,
  { cohort, contacts }: { cohort: CohortId; contacts: TurnTo[] },
  nowMs: number,
): Standing['receiver'] {
  const receiver = receiverIn(contacts);
  if (!receiver) return undefined;
  const { locale = 'en', timeZone = 'UTC' } = rows.find('settings')?.value ?? {};
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  const by = new Intl.DateTimeFormat(shownIn(locale), day).format(toMs(answersBy(nowMs, timeZone)));
  return { cohort, to: receiver.person, name: receiver.name, by };
}

function stateOf(rows: Rows, at: { isPaired: boolean; isIntroduced: boolean }): StandingState {
  const states = new Set(programmesIn(rows).map(({ value }) => value.state));
  if (at.isPaired) return 'paired';
  if (states.has('joined')) return at.isIntroduced ? 'introduced' : 'joined';
  if (states.has('invited') || states.has('later')) return 'invited';
  return states.size > 0 ? 'left' : 'unknown';
}

/** The cohort that is spoken of: the one named, else the first joined, else the first invitation. */
function cohortAbout(rows: Rows, cohort: CohortId | ''): CohortId | undefined {
  const enrolments = programmesIn(rows);
  const found =
    enrolments.find(({ id }) => id === cohort) ??
    enrolments.find(({ value }) => value.state === 'joined') ??
    enrolments[0];
  return found && asId<CohortId>(found.id);
}

async function factsOf(ctx: Context, cohort: CohortId, locale: string): Promise<Standing['cohort']> {
  const about = await cohortOf(ctx, cohort);
  if (!about) return undefined;
  const rows = await Partition.openCohort(ctx, cohort, ['champion']);
  const champions = await championNames(ctx, rows, { locale: shownIn(locale) });
  const { name, endsOn, state } = about;
  return { id: cohort, name, isOpen: state !== 'closed', endsOn: saidDay(endsOn, locale), champions };
}

/** With whom somebody is a pair in one cohort, and to whom they are introduced there. */
function partnersIn(pairs: readonly OpenPair[], cohort: CohortId | undefined): Standing['here'] {
  const here = pairs.filter(({ pair }) => pair.cohort === cohort);
  const namesOfThose = (isIntroduced: boolean) => [
    ...new Set(here.filter(({ state }) => (state === 'introduced') === isIntroduced).flatMap(firstNamesOf)),
  ];
  return { paired: namesOfThose(false), introduced: namesOfThose(true) };
}

function nextMeetingOf(pairs: readonly OpenPair[], nowMs: number): number | undefined {
  const ahead = pairs
    .flatMap(({ rows }) => rows.list('meeting'))
    .map(({ value }) => toMs(value.startedAt))
    .filter((at) => at > nowMs);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
}

/** A day of the programme, which is the same for everybody wherever they are. */
const saidDay = (day: Day, locale: string): string =>
  new Intl.DateTimeFormat(shownIn(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

function saidTime(rows: Rows, atMs: number): string {
  const { timeZone = 'UTC' } = rows.find('settings')?.value ?? {};
  return new Intl.DateTimeFormat(shownIn(localeIn(rows)), {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(atMs);
}
