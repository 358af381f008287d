import type { SendOutcome } from '#usecases/story/ports.ts';

/** The request never left: no token, or no connection. What was to be sent has certainly not arrived. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super('the request never left', { cause });
    this.name = 'NotSent';
  }
}

const BACKOFF_MS = 5_000;
const MOST_LATER_MS = 15 * 60_000;
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
/** The connector says that it has not taken the message, and that it would like to be asked again. */
const TAKEN_LATER = [412, 503];

interface Refused {
  statusCode?: number;
  code?: string;
  response?: { headers?: { get(name: string): string | undefined }; bodyAsText?: string | null };
}

/**
 * What a 403 means, by its code (Microsoft Teams, status codes from bot conversational APIs, 2026-10; older texts
 * have `MessageWritesBlocked` as a sub-code). A 403 without a code is a block; an unknown one only a refusal.
 */
const FORBIDDEN: [RegExp, 'blocked' | 'disabled' | 'notInstalled'][] = [
  [/^(MessageWritesBlocked|ConversationBlockedByUser|)$/i, 'blocked'],
  [/^BotNotInConversationRoster$/i, 'notInstalled'],
  [/^BotDisabled|^TenantNoPermission$|^CapabilityOverride$|Polic(y|ies)/i, 'disabled'],
];

/** The HTTP status a failed call ended with, or undefined when there was no answer. */
export const statusOf = (error: unknown): number | undefined => {
  const { statusCode } = error as Refused;
  return typeof statusCode === 'number' ? statusCode : undefined;
};

/** The most telling code of a failed call: the sub-code where there is one; empty when there was none. */
function codeOf(error: unknown): string {
  const { code, response } = error as Refused;
  const body = errorIn(response?.bodyAsText ?? '');
  return [body.subCode, body.code, code].find((one) => typeof one === 'string' && one !== '') ?? '';
}

function errorIn(text: string): { code?: string; subCode?: string } {
  try {
    const { error, subCode } = JSON.parse(text);
    return { subCode, ...error };
  } catch {
    // No JSON, no code.
    return {};
  }
}

/** The chat we know is not the one that Teams has: it is worth making anew. */
export const isStale = (error: unknown): boolean =>
  statusOf(error) === 404 || (statusOf(error) === 403 && whyForbidden(error) === 'notInstalled');

const whyForbidden = (error: unknown): 'blocked' | 'disabled' | 'notInstalled' | 'refused' => {
  const code = codeOf(error);
  return FORBIDDEN.find(([pattern]) => pattern.test(code))?.[1] ?? 'refused';
};

/** How long the connector asks to wait, in ms: `Retry-After` in seconds or as a date. */
function retryAfterMs(error: unknown, now: number): number | undefined {
  const value = (error as Refused).response?.headers?.get('retry-after');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MOST_LATER_MS) : undefined;
}

/** Between half and one and a half times the usual wait, so that many who wait do not come back together. */
const jittered = (random: () => number): number => Math.round(BACKOFF_MS * (0.5 + random()));

/**
 * What a failed send ended in. Only what certainly did not arrive may be tried again; 500, 502, 504, a time-out
 * and a broken connection leave it open, and nothing is repeated in silence.
 */
export function outcomeOf(error: unknown, now: number, random: () => number): SendOutcome {
  const status = statusOf(error);
  const later = () => ({
    state: 'later' as const,
    afterMs: retryAfterMs(error, now) ?? jittered(random),
  });
  if (error instanceof NotSent || NEVER_CONNECTED.includes((error as Refused).code ?? '')) return later();
  if (status === undefined || status === 408) return { state: 'unknown' };
  if (status === 429) return { ...later(), isTooMuch: true };
  if (TAKEN_LATER.includes(status)) return later();
  if (status === 403) return { state: 'failed', reason: whyForbidden(error) };
  if (status === 404) return { state: 'failed', reason: 'notInstalled' };
  if (status >= 400 && status < 500) return { state: 'failed', reason: 'refused' };
  return { state: 'unknown' };
}
