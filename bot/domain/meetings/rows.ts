import type { Curiosity } from './curiosity.ts';
import type { Feedback } from './feedback.ts';
import type { Jotting } from './jottings.ts';
import type { Meeting } from './meetings.ts';
import type { Panel } from './panel.ts';
import type { PromptUse } from './prompts/draw.ts';

/** Rows in the partition of a pair. */
export interface MeetingRows {
  /** `meeting_<occurrence>`. */
  meeting: Meeting;
  /** The one live row: what all see. */
  panel: Panel;
  /** `prompt_<id>`: what became of one prompt in this pair. */
  prompt: PromptUse;
  /** `feedback_<occurrence>_<person>`. */
  feedback: Feedback;
  /** `jotting_<id>`. */
  jotting: Jotting;
  /** `curiosity_<person>_<n>`. */
  curiosity: Curiosity;
}
