import type { Heard } from '#domain/hearing/heard.ts';
import { answerAct } from './acting/answers.ts';
import { avoidKept } from './acting/care.ts';
import type { Standing } from './acting/standing.ts';
import type { ConversationState } from './conversation.ts';
import type { Reaction, Situation } from './enrolment.ts';
import { avoidedIn, hearAnswer } from './hearing.ts';
import { notedOf } from './words.ts';

/** Whether a message names whom somebody would rather not meet, so that it can be kept at once. */
export const namesAvoided = (text: string, heard: Heard): boolean =>
  heard.acts.includes('avoid') && avoidedIn(text).length > 0;

/**
 * Keeps whom somebody would rather not meet, said outside the questions: by the rule and within the limits of the
 * question for it, and says what was kept and where it stands. No question is opened, and none that was put aside lost.
 */
export function keepAvoided(
  state: ConversationState,
  { text, heard }: { text: string; heard: Heard },
  facts: Situation,
  standing: Standing,
): Reaction {
  const { profile, role, speech, now } = facts;
  const hearing = hearAnswer(text, heard, {
    ...{ step: 'review', role, profile },
    ...{ last: { list: '', topics: [] }, offered: [] },
  });
  // "Never again with Peter, he grabbed me": kindness first.
  const care = heard.acts.filter((act) => act === 'distress' || act === 'concern');
  const noted = notedOf(hearing, profile, speech);
  const isKept = hearing.excluded.length > 0;
  return {
    state: { ...state, heardAt: now },
    profilePatch: isKept ? { excludes: hearing.profile.excludes } : {},
    said: [
      ...care.flatMap((act) => answerAct(act, standing).said),
      ...noted.map((line) => ({ ...line, opensTab: 'profile' as const })),
      ...avoidKept(standing, isKept).said,
    ],
  };
}
