import { z } from 'zod';
import { asId, type Day, type PairId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { canWithdraw } from '#domain/pairs/consent.ts';
import { isSettled } from '#domain/pairs/introduction.ts';
import { INTRODUCTION_ANSWERS, NEW_MATCH_WISHES } from '#domain/pairs/pair.ts';
import { doneCard, sureCard } from '#teams/cards/done.ts';
import { cardFor } from '#teams/cards/index.ts';
import { newMatchCard } from '#teams/cards/pairs/pairEnded.ts';
import { breakCard, endCard, endedCard, pauseCard, resumeCard } from '#teams/cards/pairs/parting.ts';
import { type Drawn, listNames, openTab, press } from '#teams/cards/parts.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { withdrawConsent } from '#usecases/pairs/consent.ts';
import { endPair, wishNewMatch } from '#usecases/pairs/ending.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { aboutOf } from '#usecases/pairs/notices.ts';
import { type OpenPair, openActivePair, openPair, othersIn } from '#usecases/pairs/pairs.ts';
import { getParting, type PartingSeen } from '#usecases/pairs/parting.ts';
import { pausePair, resumePair } from '#usecases/pairs/pause.ts';
import { several, severalIn } from '#words/several.ts';
import { id, type Presser, ticked, type Verb, verb, words } from './verb.ts';

const DAY_LENGTH = 40;
/** The turn of the pair that a card speaks of. */
const seen = words(20);
const PairAnswer = z.object({ pair: id, answer: z.enum(INTRODUCTION_ANSWERS), sure: ticked });
const Shown = z.object({ pair: id });
const Withdrawing = z.object({ pair: id, sure: ticked });
/** A day that was heard; anything else is none. */
const heardDay = words(DAY_LENGTH).transform((day) =>
  z.iso.date().safeParse(day).success ? asId<Day>(day) : '',
);
/** `asked`: from the question for a day; `day` and `begins`: what was heard before it. */
const Pause = z.object({
  pair: id,
  seen,
  asked: ticked,
  day: heardDay,
  begins: heardDay,
  until: words(DAY_LENGTH),
});
const Resume = z.object({ pair: id, seen, sure: ticked });
const End = z.object({ pair: id, sure: ticked });
const NewMatch = z.object({ pair: id, wish: z.enum(NEW_MATCH_WISHES) });
const Stay = z.object({ pair: id });

export const pairVerbs: Record<string, Verb> = {
  /** Only what is asked of this person now is answered; "not this time" is asked back. */
  'pair.answer': verb(PairAnswer, {
    async run({ pair, answer, sure }, by) {
      const { ctx } = by.parts;
      const open = await openPair(ctx, by.person, asId(pair));
      const nowMs = ctx.clock.now();
      if (isSettled(open.pair, open.me, { answer, nowMs })) return { card: settledCard(open, by) };
      if (answer === 'notThisTime' && !sure && open.state === 'introduced')
        return { card: askBack(open, by) };
      const { state } = await answerIntroduction(ctx, by.person, asId(pair), answer);
      return { card: answered(open, `bot:introduction.${state}`, by) };
    },
  }),

  /** What the card would be now: the way back from asking once more. */
  'pair.show': verb(Shown, {
    async run({ pair }, by) {
      const { ctx } = by.parts;
      const open = await openPair(ctx, by.person, asId(pair));
      const facts =
        (await composeNotice(ctx, by.person, { kind: 'decide', pair: open.id })) ??
        (await composeNotice(ctx, by.person, { kind: 'introduction', pair: open.id }));
      return { card: facts ? cardFor(facts, by.words, by.reader) : settledCard(open, by) };
    },
  }),

  /** Takes back the consent to confidentiality; asked back, since it closes the space for everybody in the pair. */
  'pair.withdraw': verb(Withdrawing, {
    async run({ pair, sure }, by) {
      const { ctx } = by.parts;
      const open = await openActivePair(ctx, by.person, asId(pair));
      if (!canWithdraw(open.me, open.agreements)) return { card: consentCard(open, by, 'none') };
      if (!sure) return { card: askToWithdraw(open, by) };
      await withdrawConsent(ctx, by.person, open.id);
      return { card: consentCard(open, by, 'withdrawn') };
    },
  }),

  /** The way back from asking once more: what stands. */
  'pair.consent': verb(Shown, {
    async run({ pair }, by) {
      const open = await openActivePair(by.parts.ctx, by.person, asId(pair));
      const isGiven = canWithdraw(open.me, open.agreements);
      return { card: consentCard(open, by, isGiven ? 'given' : 'none') };
    },
  }),

  /** Asks for the day first, with a calendar to pick it from. A card of an earlier break only shows how it stands. */
  'pair.pause': verb(Pause, {
    async run({ pair, seen, asked, day, begins, until }, by) {
      const before = await partingFor(pair, by);
      if (before.state === 'ended') return { card: endedCard(before, by.words, by.reader) };
      if (!asked || (seen !== '' && seen !== `${before.turn}`))
        return { card: pauseCard(before, { day, begins }, by.words, by.reader) };
      if (!z.iso.date().safeParse(until).success) throw new Refusal('invalid', 'parting:pause.pickADay');
      await pausePair(by.parts.ctx, by.person, before.pair, { until: asId(until), seen });
      return { card: breakCard(await partingFor(pair, by), by.words, by.reader) };
    },
  }),

  'pair.resume': verb(Resume, {
    async run({ pair, seen, sure }, by) {
      const before = await partingFor(pair, by);
      if (before.state === 'ended') return { card: endedCard(before, by.words, by.reader) };
      const isOther = seen !== '' && seen !== `${before.turn}`;
      if (before.state === 'paused' && (!sure || isOther))
        return { card: resumeCard(before, by.words, by.reader) };
      await resumePair(by.parts.ctx, by.person, before.pair, { seen });
      return { card: breakCard(await partingFor(pair, by), by.words, by.reader) };
    },
  }),

  /** Cannot be taken back, so it is asked once more, with the names of the pair. */
  'pair.end': verb(End, {
    async run({ pair, sure }, by) {
      const before = await partingFor(pair, by);
      const isGoing = before.state === 'active' || before.state === 'paused';
      if (isGoing && !sure) return { card: endCard(before, by.words, by.reader) };
      await endPair(by.parts.ctx, by.person, before.pair);
      return { card: endedCard(before, by.words, by.reader) };
    },
  }),

  'pair.newMatch': verb(NewMatch, {
    async run({ pair, wish }, by) {
      await wishNewMatch(by.parts.ctx, by.person, asId(pair), wish);
      const { id, pair: former, me } = await openPair(by.parts.ctx, by.person, asId(pair));
      const { cohort, cohortName } = former;
      const said = { pair: id, cohort, cohortName, role: me.role, wish };
      return { card: newMatchCard(said, by.words, by.reader) };
    },
  }),

  /** Leaves everything as it is, in the place of a question. */
  'pair.stay': verb(Stay, {
    async run({ pair }, by) {
      const { cohortName: about } = await partingFor(pair, by);
      const text = by.words('parting:stay.done');
      return { card: doneCard(by.words('parting:stay.title'), text, by.reader, { about }) };
    },
  }),
};

function askToWithdraw(open: OpenPair, by: Presser): Drawn {
  const { words, reader } = by;
  const about = { pair: open.id };
  return sureCard(
    {
      title: words('bot:consent.sureTitle'),
      text: words('bot:consent.sure', { partners: namesIn(open, by) }),
      yes: press(words('bot:consent.sureYes'), 'pair.withdraw', { ...about, sure: true }),
      no: press(words('bot:sure.no'), 'pair.consent', about),
    },
    reader,
  );
}

/** Whether the reader's consent stands, and where they can read what they wrote, talk, or sign anew. */
function consentCard(open: OpenPair, by: Presser, state: 'given' | 'withdrawn' | 'none'): Drawn {
  const { words, reader } = by;
  const text = words(`bot:consent.${state}`, { partners: namesIn(open, by) });
  const actions = [openTab(words('bot:settled.open'), reader, `pair/${open.id}`)];
  return doneCard(words('bot:consent.title'), text, reader, { actions, about: open.pair.cohortName });
}

const partingFor = (pair: string, { parts, person, reader }: Presser): Promise<PartingSeen> =>
  getParting(parts.ctx, { person, timeZone: reader.timeZone }, asId<PairId>(pair));

const namesIn = (open: OpenPair, { reader }: Presser): string => listNames(aboutOf(open).partners, reader);

function askBack(open: OpenPair, by: Presser): Drawn {
  const { words, reader } = by;
  const about = { pair: open.id };
  return sureCard(
    {
      title: words('bot:sure.pairTitle'),
      text: words('bot:sure.pair', { partners: namesIn(open, by) }),
      yes: press(words('bot:sure.pairYes'), 'pair.answer', { ...about, answer: 'notThisTime', sure: true }),
      no: press(words('bot:sure.no'), 'pair.show', about),
    },
    reader,
  );
}

/** A card that asks for nothing any more: what stands, and where it can be changed. */
function settledCard(open: OpenPair, by: Presser): Drawn {
  const { state, me } = open;
  if (state === 'ended')
    return answered(open, `bot:introduction.${me.answer === 'notThisTime' ? 'thanks' : 'ended'}`, by);
  if (state !== 'introduced') return answered(open, 'bot:introduction.paired', by);
  return answered(
    open,
    me.answer === 'none' ? 'pair:answer.tooLate' : `bot:settled.introduction_${me.answer}`,
    by,
  );
}

function answered(open: OpenPair, word: string, by: Presser): Drawn {
  const { words, reader } = by;
  const partners = namesIn(open, by);
  const isOpen = word.startsWith('bot:settled.');
  const actions = isOpen ? [openTab(words('bot:settled.open'), reader, `pair/${open.id}`)] : [];
  const about = words('bot:introduction.with', { partners, cohort: open.pair.cohortName });
  const others = othersIn(open.pair, by.person);
  const title = words('bot:introduction.title', several(others.length));
  const isPair = word === 'bot:introduction.paired';
  const group = isPair ? severalIn({ ...open.pair, partners: others }) : several(others.length);
  return doneCard(title, words(word, { partners, ...group }), reader, { actions, about });
}
