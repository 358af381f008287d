import type { MeetingAsked, Presence, TeamsMeetings } from '#usecases/story/ports.ts';

/** Teams as it answers about meetings. Everybody is in every meeting, now, until a test says otherwise. */
export class PlayedMeetings implements TeamsMeetings {
  /** Directory ids of people who are in no meeting. */
  readonly strangers = new Set<string>();
  isRunning = true;
  /** Cannot or will not say anything. */
  isSilent = false;
  planned: { startsAt: string; plannedEnd: string } | undefined;

  async findPresence(asked: MeetingAsked & { directoryId: string }): Promise<Presence | undefined> {
    if (this.isSilent) return undefined;
    const isInvited = !this.strangers.has(asked.directoryId);
    return { isInvited, isIn: isInvited && this.isRunning, teamsChat: isInvited ? asked.teamsChat : '' };
  }

  async findTimes(): Promise<{ startsAt: string; plannedEnd: string } | undefined> {
    return this.isSilent ? undefined : this.planned;
  }
}
