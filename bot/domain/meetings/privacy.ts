import { type PrivacyOf, rowAbout, wordsOf } from '#domain/basics/privacy.ts';
import type { Curiosity } from './curiosity.ts';
import type { Feedback } from './feedback.ts';
import type { Jotting } from './jottings.ts';
import type { MeetingRows } from './rows.ts';

export const meetingPrivacy: PrivacyOf<MeetingRows> = {
  meeting: { because: 'when a pair met; who they are stands in the pair' },
  panel: rowAbout(({ first }) => [first]),
  prompt: { because: 'a question of the library' },
  /** A row has to have a face: the middle one says nothing. */
  feedback: wordsOf<Feedback>(['learned', 'surprised'], {
    ...{ worthTheHour: 3, balanced: '', candid: '', goOn: '' },
  }),
  jotting: wordsOf<Jotting>(['text']),
  curiosity: wordsOf<Curiosity>(['text']),
};
