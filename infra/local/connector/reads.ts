import type { LocalMeeting } from '#local/contract.ts';
import { findPerson, type SeededPerson } from '#local/teams/people.ts';
import type { LocalTeams } from '#local/teams/teams.ts';
import { TENANT_ID } from '#local/teams/tenant.ts';
import { type Call, type CallAnswer, membersOf, refused, whyNot } from './call.ts';

const PAGE_SIZE = 50;

export const listMembers = (teams: LocalTeams, { params }: Call): CallAnswer =>
  withMembers(teams, params.chat, (members) => ({ status: 200, body: members.map(presentMember) }));

export const pageOfMembers = (teams: LocalTeams, { params, query }: Call): CallAnswer =>
  withMembers(teams, params.chat, (members) => {
    const from = Number(query.continuationToken ?? 0);
    const to = from + Math.max(1, Number(query.pageSize ?? PAGE_SIZE));
    const next = to < members.length ? { continuationToken: String(to) } : {};
    return { status: 200, body: { members: members.slice(from, to).map(presentMember), ...next } };
  });

export const oneMember = (teams: LocalTeams, { params }: Call): CallAnswer =>
  withMembers(teams, params.chat, (members) => {
    const person = findPerson(params.member);
    if (!person || !members.includes(person)) return refused(404, 'MemberNotFoundInConversation');
    return { status: 200, body: presentMember(person) };
  });

export function meetingInfo(teams: LocalTeams, { params }: Call): CallAnswer {
  const meeting = teams.meetings.find(params.meeting);
  if (!meeting) return refused(404, 'MeetingNotFound');
  const organiser = findPerson(meeting.people[0] ?? '');
  return {
    status: 200,
    body: {
      details: {
        id: meeting.id,
        title: meeting.title,
        type: 'Scheduled',
        joinUrl: meeting.joinUrl,
        scheduledStartTime: meeting.startsAt,
        scheduledEndTime: meeting.plannedEnd,
      },
      conversation: { id: meeting.chatId, isGroup: true, conversationType: 'groupChat' },
      organizer: { id: organiser?.userId, aadObjectId: organiser?.directoryId, tenantId: TENANT_ID },
    },
  };
}

export function meetingParticipant(teams: LocalTeams, { params }: Call): CallAnswer {
  const meeting = teams.meetings.find(params.meeting);
  const person = findPerson(params.member);
  if (!meeting || !person || !meeting.people.includes(person.key)) return refused(404, 'MeetingNotFound');
  return { status: 200, body: presentParticipant(meeting, person) };
}

const presentParticipant = (meeting: LocalMeeting, person: SeededPerson) => ({
  user: presentMember(person),
  meeting: {
    role: meeting.people[0] === person.key ? 'Organizer' : 'Attendee',
    inMeeting: meeting.present.includes(person.key),
  },
  conversation: { id: meeting.chatId, isGroup: true, conversationType: 'groupChat' },
});

function withMembers(
  teams: LocalTeams,
  chat: string,
  then: (members: SeededPerson[]) => CallAnswer,
): CallAnswer {
  return whyNot(teams, chat) ?? then(membersOf(teams, chat));
}

const presentMember = (person: SeededPerson) => {
  const [givenName = '', ...others] = person.name.split(' ');
  return {
    id: person.userId,
    name: person.name,
    givenName,
    surname: others.join(' '),
    objectId: person.directoryId,
    aadObjectId: person.directoryId,
    ...(person.mail ? { email: person.mail } : {}),
    userPrincipalName: person.signInName,
    tenantId: TENANT_ID,
    userRole: 'user',
  };
};
