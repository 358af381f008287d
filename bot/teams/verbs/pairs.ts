import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { isSettled } from '#domain/pairs/introduction.ts';
import { INTRODUCTION_ANSWERS } from '#domain/pairs/pair.ts';
import { doneCard, sureCard } from '#teams/cards/done.ts';
import { cardFor } from '#teams/cards/index.ts';
import { type Drawn, listNames, openTab, press } from '#teams/cards/parts.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { aboutOf } from '#usecases/pairs/notices.ts';
import { type OpenPair, openPair } from '#usecases/pairs/pairs.ts';
import { id, type Presser, ticked, type Verb, verb } from './verb.ts';

const PairAnswer = z.object({ pair: id, answer: z.enum(INTRODUCTION_ANSWERS), sure: ticked });
const Shown = z.object({ pair: id });

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
};

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
  return doneCard(words('bot:introduction.title'), words(word, { partners }), reader, { actions, about });
}
