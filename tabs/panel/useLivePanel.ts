import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelMove, PanelView } from '#api/contract/meetings.ts';
import { call } from '../api/call.ts';
import { ApiProblem } from '../api/problem.ts';

const LONGEST_PAUSE_MS = 10_000;
/** A server that answers at once with nothing new is asked again only after this. */
const SHORTEST_ROUND_MS = 1_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isFinal = (problem: unknown) =>
  problem instanceof ApiProblem && [401, 403, 404, 410].includes(problem.status);

/** Asks again and again, after failures less and less often; answers with the problem that ends it, if one does. */
async function untilFinal(ask: () => Promise<void>, signal: AbortSignal, fail: () => void): Promise<unknown> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await ask();
      failures = 0;
    } catch (trouble) {
      if (signal.aborted) break;
      if (isFinal(trouble)) return trouble;
      failures += 1;
      fail();
      await pause(Math.min(500 * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }
  return undefined;
}

export interface LivePanel {
  view: PanelView | undefined;
  /** Set when the panel is over or was never ours. */
  problem: unknown;
  /** The last question to the server failed; the next one is on its way. */
  isBehind: boolean;
  move(pressed: PanelMove): Promise<void>;
}

/**
 * The panel as both see it. Asks the server for what is newer than what it has; the server answers when there is
 * something, or after a while with nothing new.
 */
export function useLivePanel(pair: string, occurrence: string): LivePanel {
  const [view, setView] = useState<PanelView>();
  const [problem, setProblem] = useState<unknown>();
  const [isBehind, setIsBehind] = useState(false);
  const etag = useRef('');

  const show = useCallback((next: PanelView | undefined) => {
    if (!next) return;
    etag.current = next.etag;
    setView(next);
  }, []);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      const askedAt = Date.now();
      const before = etag.current;
      const query = { occurrence, after: before };
      show(await call('panel', { params: { pair }, query, signal }));
      setIsBehind(false);
      if (etag.current === before) await pause(SHORTEST_ROUND_MS - (Date.now() - askedAt));
    };
    void untilFinal(ask, signal, () => setIsBehind(true)).then((final) => {
      if (!signal.aborted) setProblem(final);
    });
    return () => leaving.abort();
  }, [pair, occurrence, show]);

  return {
    view,
    problem,
    isBehind,
    move: useCallback(
      async (body) =>
        show(
          await call('movePanel', {
            params: { pair },
            query: { occurrence },
            etag: etag.current,
            body,
          }),
        ),
      [pair, occurrence, show],
    ),
  };
}
