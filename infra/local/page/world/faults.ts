import type { Fault } from '#local/contract.ts';

/** Bad luck that can be ordered in the World menu; the names stand in the catalogue under `faults`. */
export const FAULTS = {
  busy: { do: 'refuse', status: 429, retryAfterS: 5 },
  blocked: { do: 'refuse', status: 403, code: 'MessageWritesBlocked' },
  disabled: { do: 'refuse', status: 403, code: 'BotDisabledByAdmin' },
  notInRoster: { do: 'refuse', status: 403, code: 'BotNotInConversationRoster' },
  staleChat: { do: 'refuse', status: 404, code: 'ConversationNotFound' },
  noChat: { do: 'refuse', status: 404, code: 'ConversationNotFound', call: 'any', times: 2 },
  away: { do: 'refuse', status: 503 },
  lostAnswer: { do: 'accept', status: 502 },
  hang: { do: 'hang' },
  killBefore: { do: 'kill' },
  killAfter: { do: 'acceptAndKill' },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** The name of a waiting fault, as far as it is one of ours. */
export const nameOf = (fault: Fault): FaultName | undefined =>
  FAULT_NAMES.find((name) => {
    const known: Fault = FAULTS[name];
    return (
      known.do === fault.do &&
      known.status === fault.status &&
      known.code === fault.code &&
      known.call === fault.call
    );
  });
