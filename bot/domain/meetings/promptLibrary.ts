import type { PromptId } from '#domain/basics/ids.ts';

export type PromptKind =
  | 'groundRules'
  | 'opening'
  | 'listening'
  | 'culture'
  | 'technology'
  | 'workAndLife'
  | 'inclusion'
  | 'leadership'
  | 'career'
  | 'givingBack'
  | 'lookingBack';

/** 1 suits strangers, 3 asks for trust. */
export type PromptDepth = 1 | 2 | 3;

export interface Prompt {
  /** `<kind>.<name>`, also its key in the catalogue `prompts`. Stable for ever: pairs remember it. */
  id: PromptId;
  kind: PromptKind;
  depth: PromptDepth;
}

/** The names of each kind by depth, from 1 to 3. */
const NAMES: Record<PromptKind, [string, string, string]> = {
  groundRules: [
    'staysHere goodHour hardToHear leaveOut crowdedWeek titlesOutside speakFreely noLongerUseful',
    '',
    '',
  ],
  opening: [
    'smallJoy notOnTheCv loseTime friendsAsk goodDay recharge unlikelySkill smallRitual curiousAbout',
    'wrongAtFirst changedMind cannotGoWrong',
    '',
  ],
  listening: [
    'reallyHeard sayItBack askMeMore silence',
    'hardToListen otherDay slowFeedback quietVoices',
    'leftUnsaid misunderstood neverAsked',
  ],
  culture: [
    'oddAtFirst unwrittenRule toldAgain quietlyProud',
    'stopTomorrow howDecided insideWords celebrate',
    'mistakes valuesCost stayOrGo bravest',
  ],
  technology: [
    'missFirst twoMinutes lookFirst inTheWay explainToFriend',
    'worthFollowing handToMachine newCustomer attention neverTookOff',
    'uneasy tooFast foundOnline',
  ],
  workAndLife: [
    'dayIsOver energy betterForIt flexibility',
    'saidNo hardWeek boundary',
    'moreThanGuessed enough gaveUp weighed',
  ],
  inclusion: [
    'welcome yourself easyMeeting smallGesture',
    'onlyOne easierForMe whoIsMissing lostInLanguage',
    'heldBack spokeUp unfair heardTooOften',
  ],
  leadership: [
    'bestLeader oneWeek somebodyNoticed goodQuestion',
    'fromWhereTheySit walksIn messageLanded askMoreTellLess trust badNews',
    'puzzling power dontKnow howItFelt',
  ],
  career: [
    'luckyAccident rarelyAsked fromScratch advice',
    'crossroads stretch goodYear openedDoor stuck',
    'letGoBy failure lessAfraid whatFor',
  ],
  givingBack: [
    'shouldMeet teachInAnHour aHand thankYou',
    'askingForHelp oneStory passItOn evenScales',
    'deservesToBeSeen bigAsk leaveBetter',
  ],
  lookingBack: [
    '',
    'stayedWithYou triedOut surprise answerDifferently moreOrLess',
    'seeDifferently hardToSay rippled dayBefore dareNext',
  ],
};

const namesIn = (words: string): string[] => words.split(' ').filter((name) => name !== '');

export const PROMPTS: readonly Prompt[] = Object.entries(NAMES).flatMap(([kind, depths]) =>
  depths.flatMap((names, index) =>
    namesIn(names).map((name) => ({
      id: `${kind}.${name}` as PromptId,
      kind: kind as PromptKind,
      depth: (index + 1) as PromptDepth,
    })),
  ),
);

const BY_ID = new Map(PROMPTS.map((prompt) => [prompt.id, prompt]));

/** Undefined for a prompt that an older library had. */
export const findPrompt = (id: PromptId): Prompt | undefined => BY_ID.get(id);
