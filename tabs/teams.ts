/** The only place that speaks with the Teams client. What it says is for show and look-up, never authority. */
import { app, calendar, call, chat, people } from '@microsoft/teams-js';

export type ThemeName = 'default' | 'dark' | 'contrast' | 'glass';

/** What the Teams client tells about itself and about where we are shown. */
export interface Client {
  theme: ThemeName;
  /** BCP 47. */
  locale: string;
  /** Where a deep link points inside the tab, such as `pair/<id>`; empty when it points nowhere. */
  place: string;
  /** Empty outside a meeting. */
  meetingId: string;
  chatId: string;
  /** In the meeting itself; false in its chat and its details. */
  inSidePanel: boolean;
}

const asTheme = (name: string | undefined): ThemeName =>
  name === 'dark' || name === 'contrast' || name === 'glass' ? name : 'default';

/** Whether anybody could answer: a page of its own, in no frame and no app, is outside Teams. */
export const isInFrame = (): boolean => window.parent !== window || 'nativeInterface' in window;

/** Shakes hands with the Teams client, however long it takes. Rejects at once outside Teams. */
export async function connect(): Promise<Client> {
  await app.initialize();
  const context = await app.getContext();
  app.notifyAppLoaded();
  return {
    theme: asTheme(context.app.theme),
    locale: context.app.locale || 'en',
    place: context.page.subPageId ?? '',
    meetingId: context.meeting?.id ?? '',
    chatId: context.chat?.id ?? '',
    inSidePanel: context.page.frameContext === 'sidePanel',
  };
}

/** Says that the first screen stands, so that Teams takes its loading picture away. */
export const tellReady = (): void => void app.notifySuccess();

export const onTheme = (changed: (theme: ThemeName) => void): void =>
  app.registerOnThemeChangeHandler((name) => changed(asTheme(name)));

/** Opens a Teams deep link, or a page in the browser. */
const openLink = (address: string): Promise<void> => app.openLink(address);

/** A deep link into Teams. Blanks are %20: Teams shows the plus that URLSearchParams writes for them. */
const teamsLink = (path: string, query: object): string =>
  `https://teams.microsoft.com/l/${path}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/**
 * Opens the chat with our own bot. The client says what the organisation's catalogue calls the app; `teamsAppId`
 * stands in where it does not.
 */
export async function openBotChat(teamsAppId: string): Promise<void> {
  const { appId = teamsAppId } = (await app.getContext()).app;
  return openLink(`https://teams.microsoft.com/l/entity/${encodeURIComponent(`${appId}`)}/conversations`);
}

/** Only the tab itself may open chats and calls by the client's own means; everything else goes by a link. */
const isTab = async (): Promise<boolean> => (await app.getContext()).page.frameContext === 'content';

/** Opens the chat with these people, whom their mail addresses name; a `text` stands there to be sent, or changed. */
export async function openChatWith(mails: readonly string[], text = ''): Promise<void> {
  const message = text ? { message: text } : {};
  const [user = '', ...more] = mails;
  if (!chat.isSupported() || !(await isTab()))
    return openLink(teamsLink('chat/0/0', { users: mails.join(','), ...message }));
  return more.length > 0
    ? chat.openGroupChat({ users: [...mails], topic: '', ...message })
    : chat.openChat({ user, ...message });
}

/** Calls these people, whom their mail addresses name; Teams asks once more before it rings. */
export async function callThem(mails: readonly string[]): Promise<void> {
  if (!call.isSupported() || !(await isTab()))
    return openLink(teamsLink('call/0/0', { users: mails.join(',') }));
  await call.startCall({ targets: [...mails] });
}

/** A meeting as it is suggested in the dialog of Teams; times as ISO 8601, the dialog's own where none are given. */
interface MeetingPlan {
  subject: string;
  content: string;
  attendees: string[];
  startTime?: string;
  endTime?: string;
}

/** The dialog that makes a meeting; a deep link where the client has no dialog of its own. */
export async function composeMeeting(plan: MeetingPlan) {
  if (calendar.isSupported()) return calendar.composeMeeting(plan);
  return openLink(teamsLink('meeting/new', { ...plan, attendees: plan.attendees.join(',') }));
}

export const canPickPeople = (): boolean => people.isSupported();

/**
 * The people chosen, by their directory id; a mail address where they have one. Empty when the picker was closed.
 * `isOne`: nobody can be chosen beside the first.
 */
export async function pickPeople(
  title: string,
  isOne = false,
): Promise<{ directoryId: string; address: string; written: string }[]> {
  const chosen = await people.selectPeople({
    ...{ title, openOrgWideSearchInChatOrChannel: true },
    ...(isOne && { singleSelect: true }),
  });
  return chosen.map(({ objectId, displayName, email = '' }) => ({
    directoryId: objectId.toLowerCase(),
    address: email.toLowerCase(),
    written: displayName || email || objectId,
  }));
}
