import type { CallLog } from '#tests/fakes/counting.ts';
import { say } from '../measure.ts';
import { type Compared, inMs, table, x } from './compare.ts';

/** One line of the report: how both sides did, and what the house asked of storage. */
export interface Line {
  name: string;
  compared: Compared;
  calls: Counts;
}

export interface Counts {
  find: number;
  list: number;
  commit: number;
  send: number;
  receive: number;
  /** Find, list and commit together. */
  tables: number;
}

export const countsOf = (log: CallLog): Counts => ({
  find: log.count('find'),
  list: log.count('list'),
  commit: log.count('commit'),
  send: log.count('send'),
  receive: log.count('receive'),
  tables: log.tables,
});

const CALLS = ['find', 'list', 'commit', 'send', 'receive'] as const;

/** Milliseconds of one after the other; what the process itself computed in brackets. */
export function sayTimes(title: string, lines: readonly Line[]): void {
  say(title);
  table(
    ['', 'house', 'bare', 'ratio', 'house cpu', 'bare cpu', ...CALLS],
    lines.map((line) => {
      const { house, bare } = line.compared;
      const times = [
        inMs(house.ms),
        inMs(bare.ms),
        x(line.compared.timeRatio),
        inMs(house.cpuMs),
        inMs(bare.cpuMs),
      ];
      return [line.name, ...times, ...CALLS.map((call) => `${line.calls[call]}`)];
    }),
  );
}

export function sayRates(title: string, lines: readonly Line[]): void {
  say(title);
  table(
    ['', 'house', 'echo', 'ratio', 'house cpu', 'echo cpu', ...CALLS],
    lines.map((line) => {
      const { house, bare } = line.compared;
      const rates = [house, bare].map(({ perSecond }) => `${perSecond.toFixed(0)}/s`);
      const cpu = [inMs(house.cpuMs), inMs(bare.cpuMs)];
      return [
        line.name,
        ...rates,
        x(line.compared.rateRatio),
        ...cpu,
        ...CALLS.map((call) => `${line.calls[call]}`),
      ];
    }),
  );
}
