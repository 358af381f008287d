import type { LocalMeeting, LocalPerson, PeopleAnswer } from '#local/contract.ts';
import type { FrameContext, LegacyContext, MeetingDetails, TeamsTheme } from './protocol.ts';

const SESSION = crypto.randomUUID();

export interface Sight {
  person: LocalPerson;
  people: PeopleAnswer;
  theme: TeamsTheme;
  locale: string;
  meeting: LocalMeeting | undefined;
  subPageId: string;
}

/** What Teams would tell a tab about where it is and who looks at it. */
export const contextOf = (frameContext: FrameContext, sight: Sight): LegacyContext => ({
  frameContext,
  theme: sight.theme,
  locale: sight.locale,
  userObjectId: sight.person.directoryId,
  userDisplayName: sight.person.name,
  userPrincipalName: sight.person.signInName,
  loginHint: sight.person.signInName,
  tid: sight.people.tenantId,
  entityId: sight.meeting ? 'panel' : 'home',
  subEntityId: sight.subPageId,
  ...(sight.meeting && { meetingId: sight.meeting.id, chatId: sight.meeting.chatId }),
  hostName: 'Teams',
  hostClientType: 'web',
  sessionId: SESSION,
  appSessionId: SESSION,
  appId: sight.people.teamsAppId,
});

/** What `meeting.getMeetingDetails` answers; the first of a meeting's people is its organiser. */
export const detailsOf = (meeting: LocalMeeting, people: PeopleAnswer): MeetingDetails => ({
  details: {
    id: meeting.id,
    title: meeting.title,
    type: 'Scheduled',
    scheduledStartTime: meeting.startsAt,
    scheduledEndTime: meeting.plannedEnd,
    joinUrl: meeting.joinUrl,
  },
  conversation: { id: meeting.chatId },
  organizer: {
    id: people.people.find((person) => person.key === meeting.people[0])?.directoryId ?? '',
    tenantId: people.tenantId,
  },
});
