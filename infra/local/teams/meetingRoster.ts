import type { LocalMeeting, MeetingBody, PresenceBody } from '#local/contract.ts';
import { LocalRefusal } from '#local/control/localRefusal.ts';
import { addedActivity, meetingActivity, meetingInstallActivity } from './activities.ts';
import { findPerson } from './people.ts';
import type { LocalTeams } from './teams.ts';

/** A meeting is booked and the app is added to its chat. */
export async function book(teams: LocalTeams, body: MeetingBody): Promise<LocalMeeting> {
  const organiser = findPerson(body.people[0] ?? '');
  const stranger = body.people.find((key) => !findPerson(key));
  if (!organiser || stranger) throw new LocalRefusal(400, `Nobody here is called ${stranger ?? ''}.`);
  const meeting = teams.meetings.add(body);
  await teams.post(meetingInstallActivity(teams, organiser, meeting));
  await teams.post(addedActivity(teams, organiser, meeting.chatId));
  return meeting;
}

export async function startMeeting(teams: LocalTeams, meeting: LocalMeeting): Promise<LocalMeeting> {
  if (meeting.state === 'running') throw new LocalRefusal(409, 'The meeting is running already.');
  const started = teams.meetings.start(meeting);
  await teams.post(meetingActivity(teams, started, 'Start'));
  return started;
}

/** `loseEvent`: it ends for the people, and the bot never hears of it. */
export async function endMeeting(
  teams: LocalTeams,
  meeting: LocalMeeting,
  loseEvent: boolean,
): Promise<LocalMeeting> {
  if (meeting.state !== 'running') throw new LocalRefusal(409, 'The meeting is not running.');
  const ended = teams.meetings.end(meeting);
  if (!loseEvent) await teams.post(meetingActivity(teams, ended, 'End'));
  return ended;
}

/** Somebody comes into a running meeting, or leaves it. */
export function moveIn(
  teams: LocalTeams,
  meeting: LocalMeeting,
  { person, isIn }: PresenceBody,
): LocalMeeting {
  if (!findPerson(person)) throw new LocalRefusal(400, `Nobody here is called ${person}.`);
  if (meeting.state !== 'running') throw new LocalRefusal(409, 'The meeting is not running.');
  return teams.meetings.move(meeting, person, isIn);
}
