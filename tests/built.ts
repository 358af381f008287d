import { buildIfStale } from '#local/process/buildIfStale.ts';

/** What the browser loads is built from today's sources: yesterday's would prove nothing. */
export const setup = (): Promise<void> => buildIfStale(() => undefined);
