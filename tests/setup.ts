import { afterEach, expect, vi } from 'vitest';

/** An unexpected console.error is a failed test: what nobody looks at, nobody mends. */
const complaints = vi.spyOn(console, 'error');

/** Files share a process: what one makes of the world ends with each of its tests. */
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

afterEach(() => {
  const said = complaints.mock.calls.map((call) => call.map(String).join(' '));
  complaints.mockClear();
  expect(said).toEqual([]);
});
