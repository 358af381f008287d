import type { AgreementText } from '#domain/pairs/agreement.ts';

/** A first chat is half an hour, as the introduction promises. */
const FIRST_CHAT_MINUTES = 30;
/** A first conversation is short; the dialog can change it. */
const FIRST_MINUTES = 45;
const USUAL_MINUTES = 60;
/** What people agree on as the length of a conversation lies in between. */
const SHORTEST = 15;
const LONGEST = 180;

type Where = Pick<AgreementText, 'whereAndHow' | 'respectForTime'>;

/** What a length is said of that is none of a conversation: notice, delay, a way. */
const ASIDE = String.raw`(?!\s*(?:before|beforehand|ahead|earlier|early|late|later|notice|away|drive))`;
const SPOKEN: readonly [RegExp, (said: string) => number][] = [
  [new RegExp(String.raw`\b(\d{2,3})\s*[-\u2013]?\s*min(?:ute[ns]?|s)?\b${ASIDE}`, 'iu'), Number],
  [new RegExp(String.raw`\b(?:an|one) hour and a half\b${ASIDE}|\bone and a half hours\b`, 'iu'), () => 90],
  [new RegExp(String.raw`\b(\d)[.,]5\s*h(?:ours?)?\b${ASIDE}`, 'iu'), (hours) => Number(hours) * 60 + 30],
  [new RegExp(String.raw`\bhalf an hour\b${ASIDE}|\bhalf[- ]hours?\b${ASIDE}`, 'iu'), () => 30],
  [new RegExp(String.raw`\b(\d)\s*h(?:ours?)?\b${ASIDE}`, 'iu'), (hours) => Number(hours) * 60],
  [new RegExp(String.raw`\btwo hours\b${ASIDE}`, 'iu'), () => 120],
  [new RegExp(String.raw`\b(?:an|one) hour\b${ASIDE}`, 'iu'), () => USUAL_MINUTES],
];

/** How long two agreed to talk, in minutes, as their ground rules say it; undefined where they say nothing of it. */
export function agreedMinutes({ whereAndHow, respectForTime }: Where): number | undefined {
  for (const text of [whereAndHow, respectForTime])
    for (const [pattern, minutesOf] of SPOKEN) {
      const said = pattern.exec(text);
      const minutes = said ? minutesOf(said[1] ?? '') : 0;
      if (minutes >= SHORTEST && minutes <= LONGEST) return minutes;
    }
  return undefined;
}

/** How long the next conversation is proposed to be, in minutes: as agreed, else short for the first one. */
export function minutesFor(at: { isFirstChat: boolean; hasMet: boolean; agreed: Where | undefined }): number {
  if (at.isFirstChat) return FIRST_CHAT_MINUTES;
  return (at.agreed && agreedMinutes(at.agreed)) ?? (at.hasMet ? USUAL_MINUTES : FIRST_MINUTES);
}
