import { parseLink, type TeamsLink } from './links.ts';
import {
  asRecord,
  asText,
  asTexts,
  type FrameContext,
  type LegacyContext,
  type MeetingDetails,
  NOT_FOUND,
  type PeopleQuestion,
  type PickedPerson,
  USER_ABORT,
} from './protocol.ts';

/** What surrounds one tab: who sits there, and what the page does when the tab asks for something. */
export interface Surroundings {
  frameContext: FrameContext;
  context: () => LegacyContext;
  token: () => Promise<string>;
  /** Undefined when the person closed the dialog. */
  selectPeople: (question: PeopleQuestion) => Promise<PickedPerson[] | undefined>;
  /** False when the link leads nowhere here. */
  follow: (link: TeamsLink) => boolean;
  meeting: () => MeetingDetails | undefined;
  /** How long the client takes for the first answer. */
  answersAfterMs: number;
  state: (state: 'loaded' | 'ready' | 'failed', reason?: string) => void;
}

/** Arguments of the answer; undefined answers nothing, as Teams does for a notification. */
export type Answer = unknown[] | undefined;
type Handler = (around: Surroundings, args: unknown[]) => Answer | Promise<Answer>;

const RUNTIME = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: { notifySuccessResponse: {} },
    calendar: {},
    chat: {},
    people: {},
    pages: { config: {}, currentApp: {}, tabs: {}, backStack: {} },
  },
};

const followed = (ok: boolean): Answer => (ok ? [true] : [false, 'not simulated']);

const openLink: Handler = (around, [address]) => {
  const link = parseLink(asText(address));
  return followed(link !== undefined && around.follow(link));
};

const composeMeeting: Handler = (around, [params]) => {
  const ask = asRecord(params);
  return followed(
    around.follow({
      kind: 'newMeeting',
      title: asText(ask.subject),
      mails: asTexts(ask.attendees),
      startsAt: asText(ask.startTime),
      endsAt: asText(ask.endTime),
      content: asText(ask.content),
    }),
  );
};

const openChat: Handler = (around, [params]) => {
  const ask = asRecord(params);
  return followed(around.follow({ kind: 'chat', users: asTexts(ask.members), message: asText(ask.message) }));
};

const selectPeople: Handler = async (around, [inputs]) => {
  const ask = asRecord(inputs);
  const picked = await around.selectPeople({
    title: asText(ask.title),
    setSelected: asTexts(ask.setSelected),
    singleSelect: ask.singleSelect === true,
  });
  return picked ? [null, picked] : [{ errorCode: USER_ABORT, message: 'closed by the person' }];
};

const getAuthToken: Handler = async (around) => {
  try {
    return [true, await around.token()];
  } catch (error) {
    return [false, error instanceof Error ? error.message : 'no token'];
  }
};

const navigate: Handler = (around, [params]) => {
  const ask = asRecord(params);
  const ok = around.follow({ kind: 'tab', entityId: asText(ask.pageId), subPageId: asText(ask.subPageId) });
  return ok ? [null] : [{ errorCode: NOT_FOUND, message: 'no such page' }];
};

/** Function by function, what the local Teams answers to a tab. */
export const ANSWERS: Record<string, Handler> = {
  initialize: async (around) => {
    await new Promise((done) => setTimeout(done, around.answersAfterMs));
    return [around.frameContext, 'web', JSON.stringify(RUNTIME), '2.0.1'];
  },
  getContext: (around) => [around.context()],
  registerHandler: () => undefined,
  readyToUnload: () => undefined,
  returnFocus: () => undefined,
  setFrameContext: () => undefined,
  shareDeepLink: () => undefined,
  'settings.setValidityState': () => undefined,
  'appInitialization.appLoaded': (around) => {
    around.state('loaded');
    return undefined;
  },
  'appInitialization.success': (around) => {
    around.state('ready');
    return [undefined];
  },
  'appInitialization.failure': (around, [reason, message]) => {
    around.state('failed', asText(message) || asText(reason));
    return undefined;
  },
  'appInitialization.expectedFailure': (around, [reason, message]) => {
    around.state('failed', asText(message) || asText(reason));
    return undefined;
  },
  'authentication.getAuthToken': getAuthToken,
  executeDeepLink: openLink,
  'calendar.composeMeeting': composeMeeting,
  'chat.openChat': openChat,
  'people.selectPeople': selectPeople,
  'meeting.getMeetingDetails': (around) => {
    const meeting = around.meeting();
    return meeting ? [null, meeting] : [{ errorCode: NOT_FOUND, message: 'no meeting here' }];
  },
  'pages.currentApp.navigateTo': navigate,
  'pages.currentApp.navigateToDefaultPage': (around) => navigate(around, [{}]),
  'pages.navigateToApp': (around, [params]) => {
    const ask = asRecord(params);
    return followed(
      around.follow({ kind: 'tab', entityId: asText(ask.pageId), subPageId: asText(ask.subPageId) }),
    );
  },
  'settings.getSettings': () => [{}],
};
