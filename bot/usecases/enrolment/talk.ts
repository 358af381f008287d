import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { confirmedIn } from '#domain/enrolment/acting/waysOut.ts';
import { keepAvoided } from '#domain/enrolment/avoiding.ts';
import {
  askedList,
  type Choices,
  type ConversationState,
  HEARD_MAX,
  isStillAsked,
  type Line,
  type Moment,
  noConversation,
  type Picked,
} from '#domain/enrolment/conversation.ts';
import {
  answer,
  begin,
  confirm,
  pick,
  type Reaction,
  resume,
  review,
  type Situation,
} from '#domain/enrolment/enrolment.ts';
import { hello, type Listening, outside } from '#domain/enrolment/outside.ts';
import { type Parting, partingIn } from '#domain/enrolment/parting.ts';
import { stepOf } from '#domain/enrolment/turn.ts';
import { commandText, findCommand } from '#domain/hearing/acts/commands.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import type { Role } from '#domain/people/person.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { hasPairFor } from '#usecases/pairs/parting.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { type Words, wordsFor } from '#words/words.ts';
import { answerEnrolment } from './enrolment.ts';
import { leaveOrStay, rememberLeaving } from './leaving.ts';
import { programmesIn, roleIn, standingAtHand, standingOf } from './standing.ts';
import { type By, conversationIn, factsFor, factsOf, keep, ownRows, type Rows, read } from './turns.ts';

/** What somebody said: in words or by a button, and what the button answers. */
interface Spoken {
  text: string;
  at?: Moment | undefined;
}

/**
 * Answers whatever somebody typed or pressed. Inside the enrolment conversation it is one turn, whose state is
 * saved before the answer leaves; outside it is a command, an invitation, a topic for the profile, or an answer of its
 * own. `at`: what a button answers; once that is no longer asked it is refused.
 */
export async function hear(ctx: Context, person: PersonId, spoken: Spoken, words: Words): Promise<Said> {
  const { text } = spoken;
  if (text.length > HEARD_MAX)
    return { said: [{ text: { word: 'enrolment:tooLong', values: { max: HEARD_MAX } } }] };
  const first = conversationIn(await ownRows(ctx, person));
  const asked = first?.about === 'enrolment' ? askedList(stepOf(first)) : undefined;
  const heard = await read(ctx, text, asked);
  return retrying(ctx, async () => {
    const rows = await ownRows(ctx, person);
    const state = conversationIn(rows);
    if (spoken.at && !isStillAsked(spoken.at, state)) throw new Refusal('conflict', 'bot:pressed.past');
    const by = { person, words };
    const leaving = state?.memo.leaving ? confirmedIn(text) : undefined;
    if (leaving) return { said: await leaveOrStay(ctx, rows, { ...by, state, leaves: leaving === 'leave' }) };
    const role = state?.about === 'enrolment' ? roleIn(rows, state.cohort) : undefined;
    const parting = partingIn(text, heard, { isOpen: role !== undefined });
    if (parting && (await hasPairFor(ctx, person, parting))) return { said: [], does: parting };
    if (!state || !role) return hearOutside(ctx, rows, { ...by, text, heard });
    return { said: await takeTurn(ctx, rows, { ...by, role, state, text, heard }) };
  });
}

/** One turn of the enrolment conversation; news can be put off in the middle of it. */
async function takeTurn(
  ctx: Context,
  rows: Rows,
  {
    state,
    role,
    text,
    heard,
    ...by
  }: By & { state: ConversationState; role: Role; text: string; heard: Heard },
): Promise<Line[]> {
  const news = isOpenAnswer(text) ? undefined : await hearNews(ctx, by.person, text);
  if (news) return news;
  const facts = await factsFor(ctx, rows, { ...by, role, cohort: state.cohort }, heard);
  return keep(rows, answer(state, { text, heard }, facts), facts);
}

/** What the bot says; or what is shown or done instead. */
export interface Said {
  said: Line[];
  does?: 'search' | 'met' | 'away' | Parting;
}

/** Topics ticked on a card: at a question, or in an offer that is still the last one. Any other card is from earlier. */
export async function hearPicked(
  ctx: Context,
  person: PersonId,
  picked: Picked & { of: Choices['of'] },
  words: Words,
): Promise<Line[]> {
  return retrying(ctx, async () => {
    const rows = await ownRows(ctx, person);
    const state = conversationIn(rows);
    const role = state && (roleIn(rows, state.cohort) ?? roleIn(rows, ''));
    const { of } = picked;
    const isAsked =
      state &&
      ('at' in of
        ? isStillAsked(of.at, state)
        : state.memo.offer?.id === of.offer && isOffered(picked, state));
    if (!role || !isAsked) throw new Refusal('conflict', 'bot:pressed.past');
    const facts = factsOf(ctx, rows, { role, words, standing: standingAtHand(rows, words, state.cohort) });
    return keep(rows, 'at' in of ? pick(state, picked, facts) : confirm(state, picked, facts), facts);
  });
}

const isOffered = ({ topics }: Picked, { memo }: ConversationState): boolean =>
  topics.every((one) =>
    memo.offer?.topics.some(({ list, topic }) => list === one.list && topic === one.topic),
  );

/** While a question is open, a bare word such as “news” answers it. */
const isOpenAnswer = (text: string): boolean => commandText(text) === 'news';

/** Pausing and resuming news works anywhere, also in the middle of a conversation. */
async function hearNews(ctx: Context, person: PersonId, text: string): Promise<Line[] | undefined> {
  const command = findCommand(text)?.name;
  if (command !== 'mute' && command !== 'unmute') return undefined;
  await saveSettings(ctx, person, { newsMuted: command === 'mute' });
  return [{ text: { word: command === 'mute' ? 'enrolment:outside.muted' : 'enrolment:outside.unmuted' } }];
}

async function hearOutside(ctx: Context, rows: Rows, by: By & { text: string; heard: Heard }): Promise<Said> {
  const news = await hearNews(ctx, by.person, by.text);
  if (news) return { said: news };
  const listening = await listeningOf(ctx, rows, { ...by, said: by });
  const next = outside(by.text, by.heard, listening);
  switch (next.does) {
    case 'say':
      if (next.leaving) await rememberLeaving(ctx, rows, next.leaving);
      return { said: next.said };
    case 'search':
    case 'met':
    case 'away':
      return { said: 'said' in next ? next.said : [], does: next.does };
    case 'join':
      return { said: await startEnrolment(ctx, by.person, next.cohort, by.words) };
    case 'answer': {
      await answerEnrolment(ctx, by.person, next.cohort, next.answer);
      return { said: [{ text: { word: next.answer === 'pass' ? 'enrolment:passed' : 'enrolment:later' } }] };
    }
    case 'avoid':
    case 'resume':
    case 'review':
    case 'hearTopics': {
      const state = conversationIn(rows) ?? noConversation(toInstant(ctx.clock.now()));
      const role =
        roleIn(rows, next.does === 'resume' ? state.cohort : '') ?? listening.standing.role ?? 'mentor';
      const facts = factsOf(ctx, rows, { role, words: by.words, standing: listening.standing });
      const turn =
        next.does === 'avoid'
          ? keepAvoided(state, by, facts, listening.standing)
          : turnOf(next.does, { state, ...by }, facts);
      return { said: await keep(rows, turn, facts) };
    }
    default:
      return next satisfies never;
  }
}

function turnOf(
  does: 'resume' | 'review' | 'hearTopics',
  at: { state: ConversationState; text: string; heard: Heard },
  facts: Situation,
): Reaction {
  if (does === 'resume') return resume(at.state, facts);
  const card = review(facts);
  return does === 'review' ? card : answer(card.state, at, facts);
}

/** Commands whose answer names people and times. */
const ASKS = new Set(['search', 'pair', 'privacy', 'stop']);
const asksMore = ({ text, heard }: { text: string; heard: Heard }): boolean =>
  heard.acts.length > 0 || ASKS.has(findCommand(text)?.name ?? '');

async function listeningOf(
  ctx: Context,
  rows: Rows,
  { said, ...by }: By & { said?: { text: string; heard: Heard } },
): Promise<Listening> {
  const enrolments = await Promise.all(
    programmesIn(rows).map(async ({ id, value }) => {
      const cohort = await cohortOf(ctx, asId(id));
      const isOpen = cohort !== undefined && cohort.state !== 'closed';
      return { cohort: asId<CohortId>(id), name: cohort?.name ?? '', isOpen, enrolment: value };
    }),
  );
  const joined = enrolments.find(({ isOpen, enrolment }) => isOpen && enrolment.state === 'joined');
  const state = conversationIn(rows);
  return {
    standing:
      said && asksMore(said) ? await standingOf(ctx, { rows, ...by }) : standingAtHand(rows, by.words),
    unasked: rows.find('profile') ? undefined : joined?.cohort,
    isPaused: state?.memo.isPaused === true && roleIn(rows, state.cohort) !== undefined,
    enrolments,
  };
}

/** The first words after installing: who I am, and an invitation when there is one. */
export async function greet(ctx: Context, person: PersonId): Promise<Line[]> {
  const rows = await ownRows(ctx, person);
  const words = wordsFor(rows.find('settings')?.value.locale ?? 'en');
  return hello(await listeningOf(ctx, rows, { person, words }));
}

/** Whether somebody takes part and has been spoken with: joining once more would only begin anew. */
export async function hasBegun(ctx: Context, person: PersonId, cohort: CohortId): Promise<boolean> {
  const rows = await ownRows(ctx, person);
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
    const rows = await ownRows(ctx, person);
    const spoken = words ?? wordsFor(rows.find('settings')?.value.locale ?? 'en');
    const standing = standingAtHand(rows, spoken, cohort);
    const facts = factsOf(ctx, rows, { role, words: spoken, standing });
    const state = conversationIn(rows);
    const goesOn =
      state?.cohort === cohort && state.step !== '' && (state.about === 'enrolment' || state.memo.isPaused);
    return keep(rows, goesOn ? resume(state, facts) : begin(cohort, facts), facts);
  });
}
