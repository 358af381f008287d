import type { LocalMeeting } from '#local/contract.ts';
import type { Activity } from './activity.ts';
import { findPerson, type SeededPerson } from './people.ts';
import type { LocalTeams } from './teams.ts';
import { BOT, TENANT_ID } from './tenant.ts';

const account = (person: SeededPerson) => ({
  id: person.userId,
  name: person.name,
  aadObjectId: person.directoryId,
});

const personalChat = (person: SeededPerson) => ({
  id: person.chatId,
  tenantId: TENANT_ID,
  conversationType: 'personal',
});

const meetingChat = (meeting: LocalMeeting) => ({
  id: meeting.chatId,
  tenantId: TENANT_ID,
  conversationType: 'groupChat',
  isGroup: true,
});

const conversationOf = (teams: LocalTeams, person: SeededPerson, chat: string) => {
  const meeting = teams.meetings.find(chat);
  if (meeting) return meetingChat(meeting);
  return personalChat(findPerson(chat) ?? person);
};

/** What every activity of a person has. */
function fromPerson(teams: LocalTeams, person: SeededPerson, chat = person.chatId): Activity {
  const { timeZone } = person;
  const locale = teams.languages.get(person.key) ?? person.locale;
  const meeting = teams.meetings.find(chat);
  return {
    type: 'message',
    id: `f:${crypto.randomUUID()}`,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    timestamp: teams.clock.instant(),
    localTimezone: timeZone,
    locale,
    from: account(person),
    conversation: conversationOf(teams, person, chat),
    recipient: BOT,
    entities: [{ type: 'clientInfo', locale, country: 'US', platform: 'Web', timezone: timeZone }],
    channelData: { tenant: { id: TENANT_ID }, ...(meeting ? { meeting: { id: meeting.id } } : {}) },
  };
}

export const textActivity = (
  teams: LocalTeams,
  person: SeededPerson,
  said: { id: string; text: string },
) => ({
  ...fromPerson(teams, person),
  id: said.id,
  text: said.text,
  textFormat: 'plain',
});

/** A button of type Action.Submit: a message with a value and no text. */
export const submitActivity = (
  teams: LocalTeams,
  person: SeededPerson,
  pressed: { chat: string; message: string; value: unknown; text?: string },
) => ({
  ...fromPerson(teams, person, pressed.chat),
  replyToId: pressed.message,
  value: pressed.value,
  ...(pressed.text ? { text: pressed.text, textFormat: 'plain' } : {}),
});

/** A button of type Action.Execute. */
export const invokeActivity = (
  teams: LocalTeams,
  person: SeededPerson,
  pressed: { chat: string; message: string; action: object },
) => ({
  ...fromPerson(teams, person, pressed.chat),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: pressed.message,
  value: { action: pressed.action, trigger: 'manual' },
});

/** `add-upgrade` is what Teams sends when an app that is there already changes. */
export const installActivity = (
  teams: LocalTeams,
  person: SeededPerson,
  action: 'add' | 'add-upgrade' | 'remove',
) => ({
  ...fromPerson(teams, person),
  type: 'installationUpdate',
  action,
});

/** The app is added to the chat of a meeting. */
export const meetingInstallActivity = (teams: LocalTeams, person: SeededPerson, meeting: LocalMeeting) => ({
  ...fromPerson(teams, person, meeting.chatId),
  type: 'installationUpdate',
  action: 'add',
});

/** The bot itself is added to a chat. */
export const addedActivity = (teams: LocalTeams, person: SeededPerson, chat = person.chatId) => ({
  ...fromPerson(teams, person, chat),
  type: 'conversationUpdate',
  membersAdded: [{ id: BOT.id }],
});

/**
 * Start and end of a meeting. The id that counts is the one in `channelData`; the one in `value` is another,
 * as the documentation warns.
 */
export function meetingActivity(teams: LocalTeams, meeting: LocalMeeting, what: 'Start' | 'End'): Activity {
  const organiser = findPerson(meeting.people[0] ?? '');
  if (!organiser) throw new Error(`meeting ${meeting.id} has nobody in it`);
  const at = what === 'Start' ? meeting.startedAt : meeting.endedAt;
  return {
    ...fromPerson(teams, organiser, meeting.chatId),
    type: 'event',
    name: `application/vnd.microsoft.meeting${what}`,
    value: {
      MeetingType: 'Scheduled',
      Title: meeting.title,
      Id: `AAMk${Buffer.from(meeting.chatId).toString('base64url').slice(-40)}`,
      JoinUrl: meeting.joinUrl,
      [`${what}Time`]: at,
    },
  };
}
