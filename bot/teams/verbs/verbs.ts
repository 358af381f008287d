import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { converse, HEARD_LENGTH } from '#teams/answering/converse.ts';
import { askMentor, lookForMentor, putAside, stopLooking } from '#teams/answering/searching.ts';
import type { Outgoing, Parts, Speaker } from '#teams/answering/turn.ts';
import { REPLY_LENGTH } from '#teams/cards/announcements/announcement.ts';
import { answeredInvitation, doneCard } from '#teams/cards/done.ts';
import { answeredCard } from '#teams/cards/enrolment/said.ts';
import { FEEDBACK_LENGTH } from '#teams/cards/meetings/feedback.ts';
import { type Drawn, press } from '#teams/cards/parts.ts';

/** What a pressed button leads to. */
export interface Answer {
  /** Takes the place of the card that was pressed. */
  card?: Drawn;
  /** Said beside the button, where the card stays. */
  text?: string;
  /** The bot's next message. */
  next?: Outgoing;
}

export interface Presser extends Speaker {
  parts: Parts;
}

/** A pressed button whose data fit: its effect, and what makes a second press the same one (empty: never). */
export interface Ready {
  once: string;
  run(by: Presser): Promise<Answer>;
}

const verb =
  <In>(
    schema: z.ZodType<In>,
    does: { once?(input: In): string; run(input: In, by: Presser): Promise<Answer> },
  ) =>
  (data: unknown): Ready => {
    const parsed = schema.safeParse(data);
    if (!parsed.success) throw toRefusal(parsed.error);
    return { once: does.once?.(parsed.data) ?? '', run: (by) => does.run(parsed.data, by) };
  };

/** A sentence instead of a schema error: too long, a missing choice, or something that is no card of ours. */
function toRefusal({ issues }: z.ZodError): Refusal {
  const tooLong = issues.find((issue) => issue.code === 'too_big' && issue.origin === 'string');
  if (tooLong?.code === 'too_big')
    return new Refusal('invalid', 'bot:tooLong', { max: Number(tooLong.maximum) });
  const fields = issues.map((issue) => issue.path[0]);
  if (fields.includes('worthTheHour')) return new Refusal('invalid', 'bot:feedback.needed');
  if (fields.includes('text')) return new Refusal('invalid', 'bot:announcement.emptyReply');
  return new Refusal('invalid', 'bot:pressed.incomplete');
}

const id = z.string().min(1).max(200);
const words = (max: number) => z.string().trim().max(max).default('');
const chosen = <const T extends readonly string[]>(values: T) => z.enum([...values, '']).default('');
const isTicked = (value: boolean | 'true' | 'false'): boolean => value === true || value === 'true';
const ticked = z.union([z.boolean(), z.enum(['true', 'false'])]).default(false);

const Enrolment = z.object({ cohort: id, answer: z.enum(['join', 'pass', 'later']) });
const Say = z.object({
  hears: z.string().max(HEARD_LENGTH),
  title: z.string().max(200).default(''),
  asked: z.string().max(10_000).default(''),
  once: z.boolean().default(false),
});
const PairAnswer = z.object({ pair: id, answer: z.enum(['yes', 'meetFirst', 'notThisTime']) });
const Search = z.object({ cohort: id });
const Choice = z.object({ cohort: id, first: id, others: ticked.transform(isTicked) });
const Feedback = z.object({
  pair: id,
  occurrence: id,
  worthTheHour: z.coerce.number().int().min(1).max(5),
  learned: words(FEEDBACK_LENGTH),
  surprised: words(FEEDBACK_LENGTH),
  balanced: chosen(['yes', 'partly', 'no']),
  candid: chosen(['yes', 'partly', 'no']),
  goOn: chosen(['yes', 'unsure', 'no']),
  shared: ticked.transform(isTicked),
});
const Reply = z.object({ cohort: id, announcement: id, text: z.string().trim().min(1).max(REPLY_LENGTH) });

/**
 * Everything a button can do: its data, its effect, its answer. Who may do it is decided by the use case on the
 * loaded rows, never by what the card says.
 */
export const VERBS: Record<string, (data: unknown) => Ready> = {
  'enrolment.answer': verb(Enrolment, {
    once: ({ answer }) => answer,
    async run({ cohort, answer }, by) {
      const { ctx, stories } = by.parts;
      const card = answeredInvitation(by.words, by.reader, { cohort, answer });
      if (answer === 'join') {
        const said = await stories.startEnrolment(ctx, by.person, asId(cohort), by.words);
        return { card, next: converse.show(said, by) };
      }
      await stories.answerEnrolment(ctx, by.person, asId(cohort), answer);
      return { card };
    },
  }),

  'conversation.say': verb(Say, {
    once: ({ once }) => (once ? 'say' : ''),
    async run({ hears, title, asked }, by) {
      const next = await converse.hear(hears, by);
      return title ? { card: answeredCard(asked, title, by.words, by.reader), next } : { next };
    },
  }),

  'pair.answer': verb(PairAnswer, {
    async run({ pair, answer }, by) {
      const { state } = await by.parts.stories.answerIntroduction(
        by.parts.ctx,
        by.person,
        asId(pair),
        answer,
      );
      const title = by.words('bot:introduction.title');
      return { card: doneCard(title, by.words(`bot:introduction.${state}`), by.reader) };
    },
  }),

  'search.start': verb(Search, {
    run: async ({ cohort }, by) => ({ next: await lookForMentor(by, asId(cohort)) }),
  }),
  'search.choose': verb(Choice, {
    run: async ({ cohort, ...choice }, by) => ({ card: await askMentor(by, asId(cohort), choice) }),
  }),
  'search.stop': verb(Search, {
    run: async ({ cohort }, by) => ({ card: await stopLooking(by, asId(cohort)) }),
  }),
  'search.notNow': verb(Search, {
    run: async ({ cohort }, by) => ({ card: await putAside(by, asId(cohort)) }),
  }),

  'feedback.give': verb(Feedback, {
    async run({ pair, occurrence, ...body }, by) {
      const { ctx, stories } = by.parts;
      const given = await stories.giveFeedback(ctx, by.person, asId(pair), asId(occurrence), body, 'card');
      const text = by.words(given.repeated ? 'bot:feedback.repeated' : 'bot:feedback.thanks');
      return { card: doneCard(by.words('bot:feedback.title'), text, by.reader) };
    },
  }),

  'announcement.reply': verb(Reply, {
    once: ({ text }) => text,
    async run({ cohort, announcement, text }, by) {
      await by.parts.stories.replyToAnnouncement(
        by.parts.ctx,
        by.person,
        asId(cohort),
        asId(announcement),
        text,
      );
      return { text: by.words('bot:announcement.sent') };
    },
  }),

  'news.mute': verb(z.unknown(), { run: (_, by) => hearNews(by, false) }),
  'news.unmute': verb(z.unknown(), { run: (_, by) => hearNews(by, true) }),
};

/** Announcements on or off. The card of an announcement stays: it may be read again. */
async function hearNews(by: Presser, wanted: boolean): Promise<Answer> {
  await by.parts.stories.saveSettings(by.parts.ctx, by.person, { newsMuted: !wanted });
  const text = by.words(wanted ? 'bot:news.unmuted' : 'bot:news.muted');
  const again = wanted ? [] : [press(by.words('bot:news.unmute'), 'news.unmute', {})];
  return { next: doneCard(by.words('bot:news.title'), text, by.reader, again) };
}
