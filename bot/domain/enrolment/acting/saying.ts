import type { Say } from '#domain/enrolment/conversation.ts';
import { chatAddress } from '#domain/people/chatAddress.ts';
import type { ActAnswer, ActLine, Button, Does, Standing, StandingState } from './standing.ts';

/** What begins a sentence. */
const begun = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Every sentence is given all that is known; it takes what it names. */
const valuesOf = (at: Standing): Record<string, string | number> => ({
  name: at.firstName,
  programme: at.cohort?.name ?? at.speech.words('acts:thisProgramme'),
  who: whoRuns(at),
  person: at.contact?.name ?? whoRuns(at),
  receiver: at.receiver?.name ?? '',
  by: at.receiver?.by ?? '',
  partners: at.speech.list(at.partners),
  youAndPartners: at.speech.youAnd(at.partners),
  YouAndPartners: begun(at.speech.youAnd(at.partners)),
  pairs: at.speech.list(at.here.paired),
  introduced: at.speech.list(at.here.introduced),
  count: at.hoursPerMonth,
  end: at.cohort?.endsOn ?? '',
  when: at.nextMeeting ?? '',
});

const whoRuns = ({ cohort, speech }: Standing): string =>
  cohort && cohort.champions.length > 0 ? speech.list(cohort.champions) : speech.words('acts:whoRuns');

/** A sentence of the catalogue of acts. */
export const say = (at: Standing, word: string): ActLine => ({
  text: { word: `acts:${word}`, values: valuesOf(at) },
});

export const button = (title: Say['word'], hears: string): Button => ({ title: { word: title }, hears });

export const BUTTONS = {
  help: button('enrolment:button.help', 'help'),
  profile: button('enrolment:button.profile', 'profile'),
  goOn: button('enrolment:button.goOn', 'continue'),
  stop: button('enrolment:button.stop', 'stop'),
  status: button('acts:button.status', 'status'),
  search: button('acts:button.search', 'find me a mentor'),
  muteNews: button('acts:button.muteNews', 'stop news'),
  back: button('acts:button.lastAnswer', 'back'),
  takingPart: button('acts:button.takingPart', 'leave the programme'),
  leave: button('acts:button.leave', 'leave the programme'),
  pause: button('acts:button.pause', 'take a break'),
  endPair: button('acts:button.endPair', 'end this pair'),
  whoSees: button('acts:button.whoSees', 'who sees this?'),
  join: { ...button('enrolment:button.join', 'join'), at: 'invitation' },
  joinAgain: button('enrolment:button.join', 'join'),
  pass: { ...button('enrolment:button.pass', 'not for me'), at: 'invitation' },
  later: { ...button('enrolment:button.later', 'ask me later'), at: 'invitation' },
} as const satisfies Record<string, Button>;

/** What somebody can do next, whatever they asked; where a question is open it brings its own buttons. */
function nextButtons(at: Standing): Button[] {
  switch (at.state) {
    case 'unknown':
      return [BUTTONS.help];
    case 'invited':
      return [BUTTONS.join, BUTTONS.later, BUTTONS.pass];
    case 'joining':
      return [];
    case 'joined':
      return at.isSearchPossible ? [BUTTONS.search, BUTTONS.profile] : [BUTTONS.profile, BUTTONS.status];
    case 'introduced':
    case 'paired':
      return [BUTTONS.status, BUTTONS.profile];
    case 'left':
      return at.cohort?.isOpen ? [BUTTONS.joinAgain] : [BUTTONS.help];
    default:
      return at.state satisfies never;
  }
}

interface More {
  /** Instead of the usual next steps. */
  buttons?: Button[];
  does?: Does;
  /** Nothing is asked after it, although a question is open. */
  isLast?: boolean;
}

/** An answer of these sentences, with the next step to press and the open question after it. */
export function answer(at: Standing, said: ActLine[], more: More = {}): ActAnswer {
  const buttons = more.buttons ?? nextButtons(at);
  const last: ActLine[] = buttons.length > 0 ? [...said.slice(0, -1), { ...said.at(-1), buttons }] : said;
  return {
    said: last,
    ...(more.does && { does: more.does }),
    thenAsk: at.state === 'joining' && !more.isLast,
  };
}

/** The answer of a state, by the sentence it gets. */
export const byState = (at: Standing, words: Record<StandingState, string>, more?: More): ActAnswer =>
  answer(at, [say(at, words[at.state])], more);

/** How somebody without an invitation comes to one. */
export const withHow = (at: Standing, word: string): ActAnswer => answer(at, [say(at, word), say(at, 'how')]);

/** The way to a person: a chat that only the two of them see. Nothing where no address is known. */
export const chatWith = ({ contact }: Standing): Pick<ActLine, 'opens'> =>
  contact?.mail
    ? {
        opens: {
          title: { word: 'acts:button.contact', values: { name: contact.name } },
          url: chatAddress(contact.mail),
        },
      }
    : {};

/** Somebody who left may still be one of a pair. */
export const isPaired = ({ state, partners }: Standing): boolean =>
  state === 'paired' || (state === 'left' && partners.length > 0);
