import type { AgreementBody } from '#api/contract/agreement.ts';
import type { GoalView } from '#api/contract/goals.ts';
import type { Me } from '#api/contract/me.ts';
import type { PairView } from '#api/contract/pairs.ts';
import type { RoundView } from '#api/contract/rounds.ts';
import type { Cast } from './cast.ts';
import { cohortOf } from './enrolling.ts';
import type { Person } from './people.ts';

const roundsOf = async (cast: Cast): Promise<RoundView[]> =>
  (await cast.noor.ask<{ rounds: RoundView[] }>(`GET /api/cohorts/${await cohortOf(cast)}/rounds`)).rounds;

export async function runRound(cast: Cast): Promise<void> {
  if ((await roundsOf(cast)).length > 0) return;
  await cast.noor.ask(`POST /api/cohorts/${await cohortOf(cast)}/rounds`, {});
}

export async function publishRound(cast: Cast): Promise<void> {
  const cohort = await cohortOf(cast);
  await cast.until('the round is published', async () => {
    const [round] = await roundsOf(cast);
    if (round?.state === 'published') return true;
    await cast.noor.ask(`POST /api/cohorts/${cohort}/rounds/${round?.round}/publication`);
    return false;
  });
  await cast.settle();
}

/** The pair of somebody, as they see it. */
export async function pairOf(who: Person): Promise<PairView> {
  const { pairs } = await who.ask<Me>('GET /api/me');
  return who.ask<PairView>(`GET /api/pairs/${pairs[0]?.pair}`);
}

/** The goals of somebody's pair, once its space is open. */
export async function goalsOf(who: Person): Promise<GoalView[]> {
  const { pair, hasSpace } = await pairOf(who);
  if (!hasSpace) return [];
  return (await who.ask<{ goals: GoalView[] }>(`GET /api/pairs/${pair}/goals`)).goals;
}

/** Says yes on the card; in the tab when nobody knows whether the card arrived, and it didn't. */
export async function sayYes(cast: Cast, who: Person): Promise<void> {
  await cast.until(`${who.key} says yes`, async () => {
    const { pair, myAnswer } = await pairOf(who);
    if (myAnswer === 'yes') return true;
    const button = await who.findButton('pair.answer', { pair, answer: 'yes' });
    if (button) await who.press(button);
    else if ((await cast.findSettled(`introduction_${pair}`, who))?.state === 'unknown')
      await who.ask(`POST /api/pairs/${pair}/answer`, { answer: 'yes' });
    return false;
  });
  await cast.settle();
}

/** The mentor takes the suggestion, and says where. */
export async function draftAgreement(cast: Cast): Promise<void> {
  const { pair, agreement, draft } = await pairOf(cast.aisha);
  if (!agreement) {
    const body: AgreementBody = { ...(draft as AgreementBody), whereAndHow: 'On video, or a walk' };
    await cast.aisha.ask(`PUT /api/pairs/${pair}/agreement`, body, '0');
  }
  await cast.settle();
}

export async function signAgreement(cast: Cast, who: Person): Promise<void> {
  const { pair, agreement, canSign } = await pairOf(who);
  const body = { hash: agreement?.hash, confidentiality: true };
  if (canSign) await who.ask(`POST /api/pairs/${pair}/agreement/${agreement?.version}/signature`, body);
  await cast.settle();
}

const FIRST = 2;
const LATER = 4;
const goalOf = (who: Person) => `What ${who.key} would like to reach`;

export async function addGoal(who: Person): Promise<void> {
  if ((await goalsOf(who)).some(({ isMine }) => isMine)) return;
  const { pair } = await pairOf(who);
  await who.ask(`POST /api/pairs/${pair}/goals`, { text: goalOf(who), confidence: FIRST });
}

export async function changeGoal(who: Person): Promise<void> {
  const { pair } = await pairOf(who);
  const goal = (await goalsOf(who)).find(({ isMine }) => isMine);
  if (!goal) throw new Error(`${who.key} has no goal.`);
  if (goal.confidence === LATER) return;
  const changed = { text: goal.text, confidence: LATER };
  await who.ask(`PUT /api/pairs/${pair}/goals/${goal.goal}`, changed, goal.etag);
}
