import type { Day, PairId } from '#domain/basics/ids.ts';
import { isPlainlyMet, type Told } from '#domain/meetings/offScreen.ts';
import { facesCard, thanksCard } from '#teams/cards/meetings/feedback.ts';
import { whichPairCard } from '#teams/cards/meetings/told.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { findFeedback } from '#usecases/meetings/feedback.ts';
import { meetingAbout } from '#usecases/meetings/notices.ts';
import { hearMet, tellMeeting } from '#usecases/meetings/offScreen.ts';
import type { Parts, Speaker } from './turn.ts';

type Teller = Speaker & { parts: Parts };

/** *We met*, typed: noted where it is plain whom and when, else asked; undefined for who has no pair to note it for. */
export async function weMet(text: string, by: Teller): Promise<Drawn | undefined> {
  const heard = await hearMet(by.parts.ctx, by.person, text);
  const [only] = heard.pairs;
  if (!only) return undefined;
  const isPlain = heard.pairs.length === 1 && isPlainlyMet(text, only.isNamed);
  return isPlain ? noteMeeting(by, only.pair, heard) : whichPairCard(heard, by.words, by.reader);
}

/** Notes a meeting and asks how it was, on the spot; thanks whoever has said so already. */
export async function noteMeeting(
  by: Teller,
  pair: PairId,
  { day, way }: { day: Day } & Told,
): Promise<Drawn> {
  const { ctx } = by.parts;
  const { open, meeting } = await tellMeeting(ctx, by.person, pair, { day, way });
  const about = meetingAbout(open, meeting);
  const { mine } = await findFeedback(ctx, by.person, about);
  if (mine)
    return thanksCard(about, { worthTheHour: mine.worthTheHour, canChange: true }, by.words, by.reader);
  return facesCard(about, by.words, by.reader, { said: by.words('bot:met.noted') });
}
