import type { Backing } from '#api/contract/sponsors/sponsors.ts';
import { plainLines } from '../given.ts';

type InName = Backing['inName'][number];

/** Noor wrote in Ruth's name, and waits. */
export const anInName = (said: Partial<InName> = {}): InName => ({
  ...{
    announcement: 'a1',
    title: 'Half-time',
    lines: plainLines('Three months are over.'),
    audience: 'everyone',
  },
  ...{ by: 'Noor Prøve', at: '2026-11-23T09:00:00.000Z', state: 'asked', word: '' },
  ...said,
});

/** Ruth backs the pilot. */
export const aBacking = (said: Partial<Backing> = {}): Backing => ({
  sponsor: { person: 'ruth', name: 'Ruth Voorbeeld', since: '2026-11-20T09:00:00.000Z' },
  inName: [],
  ...said,
});
