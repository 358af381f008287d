import { randomBytes } from 'node:crypto';
import type { LocalMeeting, MeetingBody } from '#local/contract.ts';
import { JsonFile } from '#local/control/jsonFile.ts';
import type { LocalClock } from './clock.ts';
import type { Events } from './events.ts';

const HALF_AN_HOUR_MS = 1_800_000;

/** The calendar of the local Teams. A meeting that ended can be started again, as recurring ones are. */
export class Meetings {
  private readonly kept: JsonFile<{ meetings: LocalMeeting[] }>;
  private readonly clock: LocalClock;
  private readonly events: Events;

  constructor(parts: { dataDir: string | undefined; clock: LocalClock; events: Events }) {
    this.kept = new JsonFile(parts.dataDir, 'meetings.json', () => ({ meetings: [] }));
    this.clock = parts.clock;
    this.events = parts.events;
  }

  list(): LocalMeeting[] {
    return this.kept.value.meetings;
  }

  /** By meeting id or chat id. */
  find(id: string): LocalMeeting | undefined {
    return this.list().find((meeting) => meeting.id === id || meeting.chatId === id);
  }

  /** A Teams meeting id is the base64 of `0#<chat id>#0`. */
  add({ title, people, startsAt, plannedEnd }: MeetingBody): LocalMeeting {
    const chatId = `19:meeting_${randomBytes(24).toString('hex')}@thread.v2`;
    const starts = startsAt ?? this.clock.instant();
    const meeting: LocalMeeting = {
      id: Buffer.from(`0#${chatId}#0`).toString('base64'),
      chatId,
      title,
      people,
      present: [],
      startsAt: starts,
      plannedEnd: plannedEnd ?? new Date(Date.parse(starts) + HALF_AN_HOUR_MS).toISOString(),
      joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0`,
      state: 'planned',
    };
    this.list().push(meeting);
    return this.saved(meeting);
  }

  start(meeting: LocalMeeting): LocalMeeting {
    delete meeting.endedAt;
    return this.saved(
      Object.assign(meeting, {
        ...{ state: 'running', startedAt: this.clock.instant(), present: [...meeting.people] },
      }),
    );
  }

  end(meeting: LocalMeeting): LocalMeeting {
    return this.saved(Object.assign(meeting, { state: 'ended', endedAt: this.clock.instant(), present: [] }));
  }

  /** Who comes in by the link is in its chat from then on, as in Teams. */
  move(meeting: LocalMeeting, person: string, isIn: boolean): LocalMeeting {
    const others = meeting.present.filter((one) => one !== person);
    const present = isIn ? [...others, person] : others;
    const people = isIn && !meeting.people.includes(person) ? [...meeting.people, person] : meeting.people;
    return this.saved(Object.assign(meeting, { present, people }));
  }

  private saved(meeting: LocalMeeting): LocalMeeting {
    this.kept.save();
    this.events.tell({ kind: 'meeting', meeting });
    return meeting;
  }
}
