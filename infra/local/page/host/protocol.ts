/** What a tab posts to the window around it, as TeamsJS 2 does. */
export interface HostRequest {
  id: number;
  uuidAsString: string | undefined;
  func: string;
  args?: unknown[];
}

export type FrameContext = 'content' | 'sidePanel';
export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** `getContext` answers under these names; TeamsJS turns them into its own. */
export interface LegacyContext {
  frameContext: FrameContext;
  theme: TeamsTheme;
  locale: string;
  userObjectId: string;
  userDisplayName: string;
  userPrincipalName: string;
  loginHint: string;
  tid: string;
  entityId: string;
  subEntityId: string;
  chatId?: string;
  meetingId?: string;
  hostName: 'Teams';
  hostClientType: 'web';
  sessionId: string;
  appSessionId: string;
  appId: string;
}

export interface PickedPerson {
  objectId: string;
  displayName: string;
  email?: string;
}

export interface PeopleQuestion {
  title?: string;
  /** Directory ids that are chosen already. */
  setSelected?: string[];
  singleSelect?: boolean;
}

export interface MeetingDetails {
  details: {
    id: string;
    title: string;
    type: 'Scheduled' | 'Adhoc';
    scheduledStartTime: string;
    scheduledEndTime: string;
    joinUrl: string;
  };
  conversation: { id: string };
  organizer: { id: string; tenantId: string };
}

/** TeamsJS error codes that this host answers with. */
export const NOT_FOUND = 404;
export const USER_ABORT = 8000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A TeamsJS request, or undefined for any other message that a window may get. */
export const asRequest = (data: unknown): HostRequest | undefined => {
  if (!isRecord(data) || typeof data.func !== 'string' || typeof data.id !== 'number') return undefined;
  return {
    id: data.id,
    func: data.func,
    args: Array.isArray(data.args) ? data.args : [],
    uuidAsString: typeof data.uuidAsString === 'string' ? data.uuidAsString : undefined,
  };
};

/** A value of a request as a record of unknown things; empty when it is none. */
export const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
