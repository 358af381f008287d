import { dayIn } from '#domain/basics/workingDays.ts';
import { plain } from '#domain/hearing/text/plainText.ts';
import { findLeave } from '#domain/pairs/leaveRange.ts';
import { firstNameOf } from '#domain/people/givenName.ts';
import { endCard, pauseCard, resumeCard, whichPairCard } from '#teams/cards/pairs/parting.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { listPartings, type PartingSeen } from '#usecases/pairs/parting.ts';
import type { Parts, Speaker } from './turn.ts';

type Parting = 'pause' | 'end' | 'resume';

/**
 * The question that comes before a break, an end, or going on again: of the only pair, of the one that was named, or of
 * which of several. A message alone changes nothing. Undefined for who has no such pair.
 */
export async function askParting(
  by: Speaker & { parts: Parts },
  what: Parting,
  text: string,
): Promise<Drawn | undefined> {
  const { parts, person, reader, words } = by;
  const { ctx } = parts;
  const all = await listPartings(ctx, { person, timeZone: reader.timeZone });
  const fitting = what === 'resume' ? all.filter(({ state }) => state === 'paused') : all;
  const named = fitting.filter((seen) => isNamed(seen, text));
  const [only, ...others] = named.length > 0 ? named : fitting;
  if (!only) return undefined;
  const heard = findLeave(text, dayIn(ctx.clock.now(), reader.timeZone));
  if (others.length > 0) return whichPairCard([only, ...others], { what, ...heard }, words, reader);
  if (what === 'pause') return pauseCard(only, heard, words, reader);
  return what === 'end' ? endCard(only, words, reader) : resumeCard(only, words, reader);
}

/** By the whole name or the first one of a partner, as a word of its own. */
function isNamed({ partners }: PartingSeen, text: string): boolean {
  const said = ` ${plain(text).replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `;
  return partners
    .flatMap((name) => [name, firstNameOf(name)])
    .some((name) => name !== '' && said.includes(` ${plain(name)} `));
}
