/** What somebody does with a message beside naming topics. Each has an answer of its own, in every state. */
export const ACTS = [
  // Care first: nothing else of the message is heard.
  'distress',
  'concern',
  'avoid',
  'trick',
  // Ways out.
  'stop',
  'leave',
  'pause',
  'endPair',
  'changedMind',
  // Questions to the bot.
  'confide',
  'whatKnown',
  'delete',
  'whoSees',
  'whatIsThis',
  'howLong',
  'voluntary',
  'whoAsked',
  'whoChampion',
  'whoElse',
  'findMentor',
  'whenMeet',
  'met',
  'whoPartner',
  'human',
  'language',
  'bot',
  // Steering the conversation.
  'change',
  'correct',
  'skip',
  'shy',
  'unsure',
  // Talk.
  'greeting',
  'thanks',
  'laugh',
  'aside',
  // Heard in what a sentence tells of whoever writes it, not by words of its own.
  'personal',
] as const;
export type Act = (typeof ACTS)[number];
