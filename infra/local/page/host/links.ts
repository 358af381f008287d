import { asRecord, asText } from './protocol.ts';

/** Where a deep link into Teams leads, as far as the local Teams can play it. */
export type TeamsLink =
  | { kind: 'newMeeting'; title: string; mails: string[]; startsAt: string; endsAt: string; content: string }
  | { kind: 'chat'; users: string[]; message: string }
  | { kind: 'call'; users: string[] }
  /** Without an id: of the app that asks. */
  | { kind: 'tab'; appId?: string; entityId: string; subPageId: string };

const TEAMS_HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft'];

const listOf = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const subPageOf = (context: string | null): string => {
  if (!context) return '';
  try {
    return asText(asRecord(JSON.parse(context)).subEntityId);
  } catch {
    return '';
  }
};

/** Reads `https://teams.microsoft.com/l/…`; undefined for every other address. */
export const parseLink = (address: string): TeamsLink | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || !TEAMS_HOSTS.includes(url.hostname)) return undefined;
  const ask = url.searchParams;
  const path = url.pathname.split('/').filter((part) => part !== '');
  if (path[0] !== 'l') return undefined;
  if (path[1] === 'meeting' && path[2] === 'new') {
    return {
      kind: 'newMeeting',
      title: ask.get('subject') ?? '',
      mails: listOf(ask.get('attendees')),
      startsAt: ask.get('startTime') ?? '',
      endsAt: ask.get('endTime') ?? '',
      content: ask.get('content') ?? '',
    };
  }
  if (path[1] === 'chat') {
    return { kind: 'chat', users: listOf(ask.get('users')), message: ask.get('message') ?? '' };
  }
  if (path[1] === 'call') return { kind: 'call', users: listOf(ask.get('users')) };
  if (path[1] === 'entity') {
    const [appId = '', entityId = ''] = path.slice(2).map(decodeURIComponent);
    return { kind: 'tab', appId, entityId, subPageId: subPageOf(ask.get('context')) };
  }
  return undefined;
};
