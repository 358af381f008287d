import type { Local } from '#local/startLocal.ts';
import { Cast } from './cast.ts';
import * as enrolling from './enrolling.ts';
import * as meeting from './meeting.ts';
import * as news from './news.ts';
import * as pairing from './pairing.ts';

/**
 * One thing somebody does. It looks first at how things stand, so that doing it again after a failure goes on
 * from there, as a person would.
 */
export interface Step {
  name: string;
  run(cast: Cast): Promise<unknown>;
}

const step = (name: string, run: Step['run']): Step => ({ name, run });
const NAMES = ['clara', 'diego', 'aisha', 'meera'] as const;

/** From an empty world to four people who have joined and said who they are. */
export const ENROLMENT: readonly Step[] = [
  step('the champion creates a cohort', enrolling.createCohort),
  step('the champion imports twelve people', enrolling.importPeople),
  step('the champion names a contact', async (cast) =>
    enrolling.nameContact(cast, await enrolling.cohortOf(cast)),
  ),
  step('the contact accepts', async (cast) =>
    enrolling.acceptToBeContact(cast, await enrolling.cohortOf(cast)),
  ),
  step('the champion invites them', enrolling.inviteEverybody),
  ...NAMES.flatMap((name) => [
    step(`${name} joins`, (cast) => enrolling.join(cast, cast[name])),
    step(`${name} says who they are`, (cast) => enrolling.tellAboutThemselves(cast, cast[name])),
  ]),
];

/** From there to two pairs, one with an agreement and goals. */
export const PAIRING: readonly Step[] = [
  step('the champion runs a round', pairing.runRound),
  step('the champion publishes it', pairing.publishRound),
  ...NAMES.map((name) => step(`${name} says yes`, (cast) => pairing.sayYes(cast, cast[name]))),
  step('the mentor drafts the agreement', pairing.draftAgreement),
  step('the mentor signs', (cast) => pairing.signAgreement(cast, cast.aisha)),
  step('the executive signs', (cast) => pairing.signAgreement(cast, cast.clara)),
  step('the mentor adds a goal', ({ aisha }) => pairing.addGoal(aisha)),
  step('the executive adds a goal', ({ clara }) => pairing.addGoal(clara)),
  step('the executive changes hers', ({ clara }) => pairing.changeGoal(clara)),
];

/** Their first meeting, as far as the end of it. */
export const MEETING: readonly Step[] = [
  step('they book a meeting', meeting.bookMeeting),
  step('it starts', meeting.startMeeting),
  step('the mentor confirms whose it is', meeting.claimMeeting),
  step('the executive draws another prompt', (cast) => meeting.movePanel(cast, cast.clara, 'another')),
  step('the mentor passes', (cast) => meeting.movePanel(cast, cast.aisha, 'pass')),
  step('the executive keeps one', (cast) => meeting.movePanel(cast, cast.clara, 'keep')),
  step('the mentor gives feedback in the panel', meeting.giveFeedbackInPanel),
  step('the meeting ends', meeting.endMeeting),
  step('the executive answers the card', meeting.answerFeedbackCard),
];

export const NEWS: readonly Step[] = [
  step('the champion announces something', news.announce),
  step('somebody replies', news.reply),
];

export const STORY: readonly Step[] = [...ENROLMENT, ...PAIRING, ...MEETING, ...NEWS];

const MOST_TRIES = 12;

export interface Living {
  /** The app may go down at any moment; it is started again, and the step is done again. */
  isResilient?: boolean;
  steps?: readonly Step[];
  beforeStep?(name: string): unknown;
  afterStep?(name: string): unknown;
  onCrash?(name: string): unknown;
  /** The app is up again, and the step is about to be done again. */
  afterCrash?(name: string): unknown;
}

/** Lives the story, or a part of it, in a local world. */
export async function liveTheStory(local: Local, living: Living = {}): Promise<Cast> {
  const cast = new Cast(local, living.isResilient);
  for (const next of living.steps ?? STORY) {
    await living.beforeStep?.(next.name);
    await persist(cast, next, living);
    await living.afterStep?.(next.name);
  }
  return cast;
}

async function persist(cast: Cast, next: Step, living: Living): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const failure = await next.run(cast).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!failure && (await cast.isUp())) return;
    const isCrash = cast.isResilient && !(await cast.isUp());
    if (!isCrash || attempt >= MOST_TRIES) throw failure ?? new Error(`The app went down: ${next.name}`);
    await living.onCrash?.(next.name);
    await cast.recover();
    await living.afterCrash?.(next.name);
  }
}
