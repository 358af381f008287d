import { firstNameOf } from '#domain/people/givenName.ts';
import type { Role } from '#domain/people/person.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { wordsFor } from '#words/words.ts';
import type { Asks, Line, Meant } from './transcript.ts';

const words = wordsFor('en');

/** Everything a message shows, its buttons left out. */
export function textOf(message: {
  text?: string | undefined;
  attachments?: { content: unknown }[] | undefined;
}): string {
  const texts: string[] = message.text ? [message.text] : [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node))
      if (typeof value === 'string' && /^(?:text|title|value)$/.test(name)) texts.push(value);
      else if (name !== 'actions') walk(value);
  };
  for (const { content } of message.attachments ?? []) walk(content);
  return texts.join('\n');
}

export interface Button {
  title: string;
  verb?: string;
  data?: { hears?: string };
}

/** The buttons under a message. */
export const buttonsOf = (message: { attachments?: { content: unknown }[] | undefined }): Button[] => {
  const card = message.attachments?.[0]?.content as { actions?: Button[] } | undefined;
  return card?.actions ?? [];
};

/** A sentence up to its first gap. */
const startOf = (key: string, name: string): string =>
  words(key, { name, languages: '\u0001', max: 5000 }).split('\u0001')[0] ?? '';

function sentenceOf(asks: Asks, role: Role, name: string): string {
  switch (asks) {
    case 'wants':
    case 'offers':
      return words(`enrolment:ask.${asks}.${role}`);
    case 'finished':
      return startOf(`enrolment:finished.${role}`, name);
    case 'which':
      return words('enrolment:which');
    case 'person':
      return words('enrolment:personOrSkill');
    case 'stopped':
      return startOf('enrolment:stopped', name);
    case 'goOn':
      return words('enrolment:outside.paused');
    case 'tooLong':
      return startOf('bot:tooLong', name);
    default:
      return startOf(`enrolment:ask.${asks}`, name);
  }
}

const fullNameOf = (word: string): string => (word.includes(':') ? word : `enrolment:${word}`);

const UNKIND =
  /\berror\b|invalid|\bfailed\b|not allowed|wrong input|enrolment:|bot:|\{\{|undefined|\[object/i;

/** What is amiss with an answer; empty when it is what the line expects, in kind words. */
export function faultOf(answer: string, line: Line, by: { name: string; role: Role }): string {
  const name = firstNameOf(by.name);
  const faults = [
    answer.includes(sentenceOf(line.asks, by.role, name)) ? '' : `does not ask ${line.asks}`,
    line.with && !answer.includes(startOf(fullNameOf(line.with), name)) ? `lacks ${line.with}` : '',
    UNKIND.test(answer) ? 'is unkind or broken' : '',
    answer.length > 2500 ? 'is far too long' : '',
  ].filter(Boolean);
  return faults.length === 0 ? '' : `${faults.join(', ')}: ${answer.replaceAll('\n', ' | ').slice(0, 400)}`;
}

/** What a profile holds beyond or short of what was meant, as `+topic` and `-topic`. */
function differenceIn(held: readonly string[], meant: readonly string[]): string[] {
  const options = meant.map((one) => one.replace(/^~/, '').split('|'));
  const short = meant.filter(
    (one, n) => !one.startsWith('~') && !options[n]?.some((id) => held.includes(id)),
  );
  const beyond = held.filter((id) => !options.some((ids) => ids.includes(id)));
  return [...short.map((one) => `-${one}`), ...beyond.map((id) => `+${id}`)];
}

/** Field by field, what a stored profile has that was not meant, and lacks that was; empty when it is right. */
export function differences(profile: Profile, meant: Meant): Record<string, string[]> {
  const { reach = [], excludes = [], capacity = 1 } = meant;
  const all: Record<string, string[]> = {
    wants: differenceIn(profile.wants, meant.wants),
    offers: differenceIn(
      profile.offers.map(({ topic }) => topic),
      meant.offers,
    ),
    interests: differenceIn(profile.interests, meant.interests),
    meets: differenceIn(profile.meets, meant.meets),
    reach: differenceIn(profile.reach, reach),
    languages: differenceIn(profile.languages, meant.languages),
    excludes: differenceIn(
      profile.excludes.map(({ address }) => address),
      excludes,
    ),
    capacity: differenceIn([String(profile.capacity)], [String(capacity)]),
  };
  return Object.fromEntries(Object.entries(all).filter(([, difference]) => difference.length > 0));
}
