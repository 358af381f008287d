import type { ConnectorCall, Fault } from '#local/contract.ts';

/** What the connector shall do wrong, in order; each fault is used up by the calls it spoils. */
export class Faults {
  private waiting: Fault[] = [];

  set(faults: readonly Fault[]): void {
    this.waiting = faults.map((fault) => ({ ...fault }));
  }

  list(): readonly Fault[] {
    return this.waiting;
  }

  /** The fault that spoils this call, if one fits. Faults that still let calls through count this one. */
  take(call: ConnectorCall, person: string | undefined): Fault | undefined {
    for (const fault of this.waiting) {
      if (!fits(fault, call, person)) continue;
      if ((fault.skip ?? 0) > 0) {
        fault.skip = (fault.skip ?? 0) - 1;
        continue;
      }
      fault.times = (fault.times ?? 1) - 1;
      if (fault.times <= 0) this.waiting = this.waiting.filter((other) => other !== fault);
      return fault;
    }
    return undefined;
  }
}

const fits = (fault: Fault, call: ConnectorCall, person: string | undefined): boolean =>
  (fault.call === 'any' || (fault.call ?? 'send') === call) &&
  (fault.person === undefined || fault.person === person);

const CODES: Record<number, string> = {
  400: 'BadSyntax',
  403: 'MessageWritesBlocked',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
};

/** The body of a connector error: a code that tells the reasons apart. */
export const connectorError = (status: number, code?: string) => ({
  error: { code: code ?? CODES[status] ?? 'ServiceError', message: `The local connector answers ${status}.` },
});
