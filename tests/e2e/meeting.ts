import type { MeetingLookup, MeetingView, PanelView } from '#api/contract/meetings.ts';
import { DROPPED_MS } from '#domain/meetings/meetings.ts';
import type { LocalMeeting } from '#local/contract.ts';
import type { Cast } from './cast.ts';
import { pairOf } from './pairing.ts';
import type { Person } from './people.ts';

const TITLE = 'Aisha and Clara';
const HALF_AN_HOUR_MS = 1_800_000;
export const FEEDBACK = {
  worthTheHour: 5,
  learned: 'To ask the machine twice',
  surprised: '',
  balanced: 'yes',
  candid: 'yes',
  goOn: 'yes',
  shared: true,
};

const findMeeting = async ({ local }: Cast): Promise<LocalMeeting | undefined> =>
  (await local.ask<LocalMeeting[]>('meetings')).find(({ title }) => title === TITLE);

export async function meetingOf(cast: Cast): Promise<LocalMeeting> {
  const meeting = await findMeeting(cast);
  if (!meeting) throw new Error('There is no meeting.');
  return meeting;
}

export async function bookMeeting(cast: Cast): Promise<void> {
  if (await findMeeting(cast)) return;
  await cast.local.ask('meetings', { title: TITLE, people: ['aisha', 'clara'] });
}

export async function startMeeting(cast: Cast): Promise<void> {
  const { id, state } = await meetingOf(cast);
  if (state === 'planned') await cast.local.ask(`meetings/${encodeURIComponent(id)}/start`, {});
}

export const whereOf = ({ id, chatId }: LocalMeeting) => ({ teamsMeeting: id, teamsChat: chatId });

/** What the side panel of somebody learns about the meeting it stands in. */
export async function lookUp(cast: Cast, who: Person): Promise<MeetingLookup> {
  const where = new URLSearchParams(whereOf(await meetingOf(cast)));
  return who.ask<MeetingLookup>(`GET /api/meetings?${where}`);
}

/** The conversations of somebody's pair, latest first, once its space is open. */
export async function meetingsOf(who: Person): Promise<MeetingView[]> {
  const { pair, hasSpace } = await pairOf(who);
  if (!hasSpace) return [];
  return (await who.ask<{ meetings: MeetingView[] }>(`GET /api/pairs/${pair}/meetings`)).meetings;
}

export async function claimMeeting(cast: Cast): Promise<void> {
  if ((await lookUp(cast, cast.aisha)).state === 'yours') return;
  const meeting = await meetingOf(cast);
  const { startsAt, plannedEnd } = meeting;
  const { pair } = await pairOf(cast.aisha);
  await cast.aisha.ask('POST /api/meetings', { ...whereOf(meeting), pair, startsAt, plannedEnd });
}

export async function panelOf(cast: Cast, who: Person): Promise<{ path: string; panel: PanelView }> {
  const found = await who.ask<MeetingLookup>('POST /api/meetings/entry', whereOf(await meetingOf(cast)));
  if (found.state !== 'yours') throw new Error(`To ${who.key} the meeting is ${found.state}.`);
  const path = `/api/pairs/${found.pair}/panel?occurrence=${found.occurrence}`;
  return { path, panel: await who.ask<PanelView>(`GET ${path}`) };
}

/** One presses, and the other sees it. */
export async function movePanel(cast: Cast, who: Person, move: 'another' | 'pass' | 'keep'): Promise<void> {
  const { path, panel } = await panelOf(cast, who);
  if (move === 'keep' && panel.isKept) return;
  const moved = await who.ask<PanelView>(`POST ${path}`, { move }, panel.etag);
  const seen = await panelOf(cast, who === cast.clara ? cast.aisha : cast.clara);
  if (seen.panel.prompt.id !== moved.prompt.id) throw new Error('Two panels show two prompts.');
}

export async function giveFeedbackInPanel(cast: Cast): Promise<void> {
  const found = await lookUp(cast, cast.aisha);
  if (found.state !== 'yours') throw new Error(`To aisha the meeting is ${found.state}.`);
  await cast.aisha.ask(`POST /api/pairs/${found.pair}/meetings/${found.occurrence}/feedback`, FEEDBACK);
  await cast.settle();
}

/** The meeting ends. When the bot was down and never heard of it, the planned end passes too. */
export async function endMeeting(cast: Cast): Promise<void> {
  const { id, state } = await meetingOf(cast);
  if (state === 'running') await cast.local.ask(`meetings/${encodeURIComponent(id)}/end`, {});
  await cast.until('the meeting is over for the bot too', async () => {
    const [meeting] = await meetingsOf(cast.clara);
    if (meeting?.state === 'ended') return true;
    if (cast.isResilient) await cast.advance(HALF_AN_HOUR_MS);
    return false;
  });
  // It ended before its time: they might have come back.
  await cast.advance(DROPPED_MS);
  await cast.settle();
}

/** Answers on the card; in the tab when nobody knows whether the card arrived, and it didn't. */
export async function answerFeedbackCard(cast: Cast): Promise<void> {
  const { clara } = cast;
  await cast.until('clara says how it was', async () => {
    const [meeting] = await meetingsOf(clara);
    if (meeting?.iGaveFeedback) return true;
    const { pair } = await pairOf(clara);
    const occurrence = meeting?.occurrence ?? '';
    const button = await clara.findButton('feedback.give', { pair, occurrence });
    if (button) await clara.press(button, { ...FEEDBACK, worthTheHour: '4', shared: 'true' });
    else if ((await cast.findSettled(`feedback_${pair}_${occurrence}`, clara))?.state === 'unknown')
      await clara.ask(`POST /api/pairs/${pair}/meetings/${occurrence}/feedback`, FEEDBACK);
    return false;
  });
  await cast.settle();
}
