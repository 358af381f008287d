import { performance } from 'node:perf_hooks';

const LOOK_MS = 2_000;
/** Busier than this is busy. */
const IDLE_SHARE = 0.2;

/** Does something as soon as the event loop had little to do for two seconds. Returns how to call it off. */
export function whenIdle(work: () => void): () => void {
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(before);
    before = performance.eventLoopUtilization();
    if (utilization > IDLE_SHARE) return;
    clearInterval(timer);
    work();
  }, LOOK_MS).unref();
  return () => clearInterval(timer);
}
