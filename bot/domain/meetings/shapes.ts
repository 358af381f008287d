import { asId, type PromptId } from '#domain/basics/ids.ts';
import {
  day,
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
import { MEETING_WAYS } from '#domain/profile/profile.ts';
import type { Curiosity } from './curiosity.ts';
import { type Feedback, GO_ON, WORTH_MAX, WORTH_MIN, YES_PARTLY_NO } from './feedback.ts';
import type { Jotting } from './jottings.ts';
import { MEETING_STATES, type Meeting, OUTCOMES } from './meetings.ts';
import type { Panel } from './panel.ts';
import type { PromptUse } from './prompts/draw.ts';
import { findPrompt } from './prompts/library.ts';
import type { MeetingRows } from './rows.ts';

const chosen = (values: readonly string[]) => oneOf([...values, '']);
const worth = (value: unknown) => whole(value) && Number(value) >= WORTH_MIN && Number(value) <= WORTH_MAX;
const meeting = fields<Meeting>({
  ...{ occurrence: id, teamsMeeting: text, teamsChat: text, startedAt: instant, plannedEnd: instant },
  ...{ state: oneOf(MEETING_STATES), endedAt: maybe(instant), askAt: maybe(instant) },
  ...{ hasBegun: maybe(flag), outcome: maybe(oneOf([...OUTCOMES, 'unsure'])) },
  offScreen: maybe(fields({ day, way: oneOf([...MEETING_WAYS, '']) })),
});
const prompt = (value: unknown) => id(value) && findPrompt(asId<PromptId>(String(value))) !== undefined;

export const meetingShapes: ShapesOf<MeetingRows> = {
  meeting: (value) =>
    meeting(value) && ((value as Meeting).state === 'open' || 'endedAt' in (value as Meeting)),
  panel: fields<Panel>({
    occurrence: id,
    prompt,
    first: id,
    turn: number,
    isAgain: maybe(flag),
    beside: maybe(number),
  }),
  prompt: fields<PromptUse>({
    ...{ prompt, drawn: number, state: oneOf(['drawn', 'passed', 'kept']), at: instant },
  }),
  feedback: fields<Feedback>({
    ...{ occurrence: id, person: id, worthTheHour: worth, learned: text, surprised: text },
    ...{ balanced: chosen(YES_PARTLY_NO), candid: chosen(YES_PARTLY_NO), goOn: chosen(GO_ON) },
    ...{ shared: flag, at: instant },
  }),
  jotting: fields<Jotting>({
    ...{ jotting: id, person: id, occurrence: id, text, shared: flag, at: instant, seq: whole },
  }),
  curiosity: fields<Curiosity>({ person: id, n: whole, text, shared: flag, at: instant, seq: whole }),
};
