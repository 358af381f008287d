import {
  fields,
  flag,
  id,
  instant,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
  whole,
} from '#domain/basics/shape.ts';
import { type Feedback, GO_ON, WORTH_MAX, WORTH_MIN, YES_PARTLY_NO } from './feedback.ts';
import { MEETING_STATES, type Meeting } from './meetings.ts';
import type { Panel } from './panel.ts';
import { findPrompt } from './promptLibrary.ts';
import type { PromptUse } from './prompts.ts';
import type { MeetingRows } from './rows.ts';

const chosen = (values: readonly string[]) => oneOf([...values, '']);
const worth = (value: unknown) => whole(value) && Number(value) >= WORTH_MIN && Number(value) <= WORTH_MAX;
const meeting = fields<Meeting>({
  ...{ occurrence: id, teamsMeeting: text, teamsChat: text, startedAt: instant, plannedEnd: instant },
  ...{ state: oneOf(MEETING_STATES), endedAt: maybe(instant) },
});
const prompt = (value: unknown) => id(value) && findPrompt(value as never) !== undefined;

export const meetingShapes: ShapesOf<MeetingRows> = {
  meeting: (value) =>
    meeting(value) && ((value as Meeting).state === 'open' || 'endedAt' in (value as Meeting)),
  panel: fields<Panel>({ occurrence: id, prompt, first: id, turn: number }),
  prompt: fields<PromptUse>({
    ...{ prompt, drawn: number, state: oneOf(['drawn', 'passed', 'kept']), at: instant },
  }),
  feedback: fields<Feedback>({
    ...{ occurrence: id, person: id, worthTheHour: worth, learned: text, surprised: text },
    ...{ balanced: chosen(YES_PARTLY_NO), candid: chosen(YES_PARTLY_NO), goOn: chosen(GO_ON) },
    ...{ shared: flag, at: instant },
  }),
};
