import { z } from 'zod';
import { type Instant, toInstant } from '#domain/basics/ids.ts';
import { isWithinReach } from '#domain/meetings/meetings.ts';

/** A meeting began or ended. The ids are Teams' own and come back with every occurrence of a series. */
export interface MeetingEvent {
  /** Empty when Teams did not say: then only the chat leads to the pair. */
  teamsMeeting: string;
  teamsChat: string;
  at: Instant;
}

const text = z.string().catch('');
const Value = z
  .object({ StartTime: text, EndTime: text, startTime: text, endTime: text })
  .partial()
  .catch({});
const ChannelData = z
  .object({ meeting: z.object({ id: text }).catch({ id: '' }) })
  .catch({ meeting: { id: '' } });

const isPossible = (ms: number, nowMs: number): boolean =>
  Number.isFinite(ms) && isWithinReach(toInstant(ms), nowMs);

/**
 * Reads a start or end event as tolerantly as it comes: PascalCase or camelCase, fields missing. The id is
 * `channelData.meeting.id`; the one in the value is another id and is not used. A time that no meeting can have
 * counts as missing.
 */
export function meetingEvent(
  activity: { value?: unknown; channelData?: unknown; conversation: { id: string }; timestamp?: Date },
  moment: 'start' | 'end',
  nowMs: number,
): MeetingEvent {
  const value = Value.parse(activity.value ?? {});
  const said = moment === 'start' ? value.StartTime || value.startTime : value.EndTime || value.endTime;
  const times = [Date.parse(said ?? ''), activity.timestamp?.getTime() ?? Number.NaN, nowMs];
  return {
    teamsMeeting: ChannelData.parse(activity.channelData ?? {}).meeting.id,
    teamsChat: activity.conversation.id,
    at: toInstant(times.find((ms) => isPossible(ms, nowMs)) ?? nowMs),
  };
}
