import { plain } from '#domain/hearing/text/plainText.ts';
import { LEAVE_COMMANDS } from './leaveCommands.ts';
import { NEWS_COMMANDS } from './newsCommands.ts';
import { OTHERS } from './otherLanguages.ts';
import { PAIR_COMMANDS } from './pairCommands.ts';

/** Something one can type to the bot outside a conversation. */
export interface Command {
  name:
    | 'help'
    | 'profile'
    | 'status'
    | 'invitation'
    | 'search'
    | 'pair'
    | 'mute'
    | 'unmute'
    | 'privacy'
    | 'stop'
    | 'pausePair'
    | 'resumePair'
    | 'endPair'
    | 'onLeave'
    | 'backFromLeave'
    | 'hello';
  /** How help and the manifest show it, at most 128 characters; what it does stands in `bot:commands.<name>`. */
  shown?: string;
  /** What people type for it, plain. */
  hears: readonly string[];
}

const COMMANDS: readonly Command[] = [
  {
    name: 'help',
    shown: 'help',
    hears: [
      'help',
      'help me',
      '?',
      'menu',
      'commands',
      'what can you do',
      'what can i do',
      'what can i type',
      'how does this work',
      'hilfe',
      'aide',
      'ayuda',
      'info',
    ],
  },
  {
    name: 'profile',
    shown: 'profile',
    hears: [
      'profile',
      'my profile',
      'show my profile',
      'show profile',
      'edit profile',
      'edit my profile',
      'change profile',
      'change my profile',
      'update profile',
      'update my profile',
      'what do you know about me',
      'me',
      'profil',
      'mein profil',
    ],
  },
  { name: 'status', shown: 'status', hears: ['status', 'my status'] },
  {
    name: 'invitation',
    hears: [
      'invitation',
      'invitations',
      'my invitation',
      'join',
      'i want to join',
      'sign up',
      'sign me up',
      'enrol',
      'enroll',
      'count me in',
      'i am in',
      'einladung',
    ],
  },
  {
    name: 'search',
    shown: 'find me a mentor',
    hears: [
      'find me a mentor',
      'find a mentor',
      'find mentor',
      'find me a match',
      'find a match',
      'find me somebody',
      'find me someone',
      'find someone for me',
      'look for a mentor',
      'look for a match',
      'search for a mentor',
      'search a mentor',
      'search mentor',
      'get me a mentor',
      'give me a mentor',
      'suggest a mentor',
      'suggest mentors',
      'show me mentors',
      'a mentor',
      'have a mentor',
      'need a mentor',
      'i need a mentor',
      'i want a mentor',
      'i am looking for a mentor',
      'im looking for a mentor',
      'looking for a mentor',
      'introduce me to a mentor',
      'another mentor',
      'a new mentor',
      'mentor gesucht',
    ],
  },
  {
    name: 'pair',
    hears: [
      'pair',
      'my pair',
      'my mentor',
      'my partner',
      'my match',
      'match',
      'who is my mentor',
      'who is my partner',
      'mentor',
      'introduction',
      'introductions',
    ],
  },
  ...NEWS_COMMANDS,
  {
    name: 'privacy',
    hears: [
      'privacy',
      'who sees this',
      'who sees what',
      'who can see this',
      'who can see my answers',
      'who sees my answers',
      'is this confidential',
      'is this private',
      'confidential',
      'what do you store',
      'datenschutz',
    ],
  },
  {
    name: 'stop',
    hears: [
      'stop',
      'cancel',
      'quit',
      'exit',
      'leave me alone',
      'stop it',
      'enough',
      'pause',
      'abort',
      'end',
      'not now',
      'stopp',
      'abbrechen',
    ],
  },
  ...PAIR_COMMANDS,
  ...LEAVE_COMMANDS,
  /** Heard as small talk. */
  { name: 'hello', shown: 'hello', hears: [] },
];

/**
 * What help and the manifest list in a language, with the key of the catalogue that says what it does: the words that
 * are shown are heard, whatever language somebody reads.
 */
export const listedCommands = (language = 'en'): { title: string; description: string }[] =>
  COMMANDS.flatMap(({ name, shown }) =>
    shown
      ? [
          {
            title: OTHERS[language]?.commands[name]?.[0] ?? shown,
            description: `bot:commands.${name}`,
          },
        ]
      : [],
  );

/** What somebody typed, without politeness, punctuation and capitals, for comparing with short commands. */
export const commandText = (text: string): string =>
  plain(text.slice(0, 200))
    .replace(/'/g, '')
    .replace(/\bwhats\b/g, 'what is')
    .replace(/[^\p{L}\p{N}?@ ]/gu, ' ')
    .replace(/(?<=\S)\s*\?+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:please|ok|okay|hey|hi|well|so|um|uh|can you|could you|could we|can we|can i|could i|let us|lets|i would like to|i want to|id like to|turntable|bot) (?=\S)/g,
      '',
    )
    .replace(/ (?:please|pls|plz|thanks|thank you|bot)$/g, '');

/** Plain words of every other language, and what they ask for. */
const HEARD_IN_OTHERS = new Map(
  Object.values(OTHERS).flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([name, texts]) =>
      texts.map((text) => [commandText(text), name] as const),
    ),
  ),
);

export const findCommand = (text: string): Command | undefined => {
  const typed = commandText(text);
  const other = HEARD_IN_OTHERS.get(typed);
  return COMMANDS.find(({ name, hears }) => hears.includes(typed) || (name === other && name !== 'hello'));
};
