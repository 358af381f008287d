import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  askedAt,
  type ConversationState,
  HEARD_MAX,
  isStillAsked,
  type Line,
  type Moment,
  noConversation,
} from '#domain/enrolment/conversation.ts';
import { answer, begin, type Reaction, resume, review, type Situation } from '#domain/enrolment/enrolment.ts';
import { hello, type Listening, outside } from '#domain/enrolment/outside.ts';
import { commandText, findCommand } from '#domain/hearing/commands.ts';
import { greetedAs } from '#domain/people/givenName.ts';
import type { Role } from '#domain/people/person.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { ownName } from '#usecases/people/contacts.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { firstProfile } from '#usecases/profile/profile.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { type Words, wordsFor } from '#words/words.ts';
import { answerEnrolment } from './enrolment.ts';

type Rows = Partition<'people'>;

const open = (ctx: Context, person: PersonId): Promise<Rows> => Partition.open(ctx, 'people', person);

/** The cohort whose role the conversation speaks to: its own while it lasts, else the first joined. */
function roleIn(rows: Rows, cohort: CohortId | ''): Role | undefined {
  const joined = rows.list('enrolment').filter(({ value }) => value.state === 'joined');
  return (joined.find(({ id }) => id === cohort) ?? (cohort === '' ? joined[0] : undefined))?.value.role;
}

const firstNameIn = (rows: Rows, cohort: CohortId | ''): string => greetedAs(ownName(rows, cohort));

function factsOf(
  ctx: Context,
  rows: Rows,
  at: { role: Role; cohort: CohortId | ''; words: Words },
): Situation {
  const settings = rows.find('settings')?.value;
  return {
    profile: rows.find('profile')?.value ?? firstProfile(settings),
    role: at.role,
    firstName: firstNameIn(rows, at.cohort),
    now: toInstant(ctx.clock.now()),
    speech: speechFor(at.words, settings?.locale ?? 'en'),
  };
}

/** Saves what a turn changed, in one transaction, before anybody sees the answer. */
async function keep(rows: Rows, turn: Reaction, facts: Situation): Promise<Line[]> {
  rows.put('conversation', '', turn.state);
  const isNew = !rows.find('profile');
  if (isNew || Object.keys(turn.profilePatch).length > 0)
    rows.put('profile', '', { ...facts.profile, ...turn.profilePatch });
  await rows.commit();
  return askedAt(turn.said, turn.state);
}

const conversationIn = (rows: Rows): ConversationState | undefined => rows.find('conversation')?.value;

/**
 * Answers whatever somebody typed or pressed. Inside the enrolment conversation it is one turn, whose state is
 * saved before the answer leaves; outside it is a command, an invitation, a topic for the profile, or help. `at`: what
 * a button answers; once that is no longer asked it is refused.
 */
export async function hear(
  ctx: Context,
  person: PersonId,
  heard: { text: string; at?: Moment | undefined },
  words: Words,
): Promise<Line[]> {
  if (heard.text.length > HEARD_MAX)
    return [{ text: { word: 'enrolment:tooLong', values: { max: HEARD_MAX } } }];
  return retrying(ctx, async () => {
    const rows = await open(ctx, person);
    const state = conversationIn(rows);
    if (heard.at && !isStillAsked(heard.at, state)) throw new Refusal('conflict', 'bot:pressed.past');
    const role = state?.about === 'enrolment' ? roleIn(rows, state.cohort) : undefined;
    if (!state || !role) return hearOutside(ctx, rows, { person, text: heard.text, words });
    const news = isOpenAnswer(heard.text) ? undefined : await hearNews(ctx, person, heard.text);
    if (news) return news;
    const facts = factsOf(ctx, rows, { role, cohort: state.cohort, words });
    return keep(rows, answer(state, heard, facts), facts);
  });
}

/** While a question is open, a bare word such as “news” answers it. */
const isOpenAnswer = (text: string): boolean => commandText(text) === 'news';

/** Pausing and resuming news works anywhere, also in the middle of a conversation. */
async function hearNews(ctx: Context, person: PersonId, text: string): Promise<Line[] | undefined> {
  const command = findCommand(text)?.name;
  if (command !== 'mute' && command !== 'unmute') return undefined;
  await saveSettings(ctx, person, { newsMuted: command === 'mute' });
  return [{ text: { word: command === 'mute' ? 'enrolment:outside.muted' : 'enrolment:outside.unmuted' } }];
}

async function hearOutside(
  ctx: Context,
  rows: Rows,
  by: { person: PersonId; text: string; words: Words },
): Promise<Line[]> {
  const news = await hearNews(ctx, by.person, by.text);
  if (news) return news;
  const listening = await listeningOf(ctx, rows);
  const next = outside(by.text, listening);
  switch (next.does) {
    case 'say':
      return next.said;
    case 'join':
      return startEnrolment(ctx, by.person, next.cohort, by.words);
    case 'answer': {
      await answerEnrolment(ctx, by.person, next.cohort, next.answer);
      return [{ text: { word: next.answer === 'pass' ? 'enrolment:passed' : 'enrolment:later' } }];
    }
    case 'resume':
    case 'review':
    case 'hearTopics': {
      const state = conversationIn(rows) ?? noConversation(toInstant(ctx.clock.now()));
      const role = roleIn(rows, next.does === 'resume' ? state.cohort : '') ?? listening.role ?? 'mentor';
      const facts = factsOf(ctx, rows, { role, cohort: state.cohort, words: by.words });
      return keep(rows, turnOf(next.does, { state, text: by.text }, facts), facts);
    }
    default:
      return next satisfies never;
  }
}

function turnOf(
  does: 'resume' | 'review' | 'hearTopics',
  at: { state: ConversationState; text: string },
  facts: Situation,
): Reaction {
  if (does === 'resume') return resume(at.state, facts);
  const card = review(facts);
  return does === 'review' ? card : answer(card.state, { text: at.text }, facts);
}

async function listeningOf(ctx: Context, rows: Rows): Promise<Listening> {
  const enrolments = await Promise.all(
    rows.list('enrolment').map(async ({ id, value }) => {
      const cohort = await cohortOf(ctx, asId(id));
      const isOpen = cohort !== undefined && cohort.state !== 'closed';
      return { cohort: asId<CohortId>(id), name: cohort?.name ?? '', isOpen, enrolment: value };
    }),
  );
  const joined = enrolments.find(({ isOpen, enrolment }) => isOpen && enrolment.state === 'joined');
  return {
    firstName: firstNameIn(rows, conversationIn(rows)?.cohort ?? ''),
    unasked: rows.find('profile') ? undefined : joined?.cohort,
    isPaused:
      conversationIn(rows)?.memo.isPaused === true &&
      roleIn(rows, conversationIn(rows)?.cohort ?? '') !== undefined,
    role: roleIn(rows, ''),
    enrolments,
    hasPair: rows.list('pair').length > 0,
  };
}

/** The first words after installing: who I am, and an invitation when there is one. */
export async function greet(ctx: Context, person: PersonId): Promise<Line[]> {
  const rows = await open(ctx, person);
  return hello(await listeningOf(ctx, rows));
}

/** Whether somebody takes part and has been spoken with: joining once more would only begin anew. */
export async function hasBegun(ctx: Context, person: PersonId, cohort: CohortId): Promise<boolean> {
  const rows = await open(ctx, person);
  const isIn = rows.find('enrolment', cohort)?.value.state === 'joined';
  return isIn && conversationIn(rows) !== undefined;
}

/**
 * What *join* does: joins, and begins the conversation. Pressed again while it runs, it goes on where it is.
 * Without an own invitation it is `missing`; a closed cohort is `gone`.
 */
export async function startEnrolment(
  ctx: Context,
  person: PersonId,
  cohort: CohortId,
  words?: Words,
): Promise<Line[]> {
  const { role } = await answerEnrolment(ctx, person, cohort, 'join');
  return retrying(ctx, async () => {
    const rows = await open(ctx, person);
    const spoken = words ?? wordsFor(rows.find('settings')?.value.locale ?? 'en');
    const facts = factsOf(ctx, rows, { role, cohort, words: spoken });
    const state = conversationIn(rows);
    const goesOn =
      state?.cohort === cohort && state.step !== '' && (state.about === 'enrolment' || state.memo.isPaused);
    return keep(rows, goesOn ? resume(state, facts) : begin(cohort, facts), facts);
  });
}
