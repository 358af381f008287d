/**
 * How long the longest turn of the event loop kept this thread busy while `work` went on, in ms of its own processor
 * time: what others do to the machine meanwhile does not count.
 */
export async function longestTurnMs(work: () => Promise<unknown>): Promise<number> {
  let longestMs = 0;
  let isOver = false;
  const usedMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let beforeMs = usedMs();
  const look = () => {
    const nowMs = usedMs();
    longestMs = Math.max(longestMs, nowMs - beforeMs);
    beforeMs = nowMs;
    if (!isOver) setTimeout(look, 1);
  };
  setTimeout(look, 1);
  await work().finally(() => {
    isOver = true;
  });
  look();
  return longestMs;
}

const TRIES = 4;

/** The same on the calmest of a few tries: what others do on this machine is not what the work does. */
export async function calmestTurnMs(work: () => Promise<unknown>, enoughMs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < TRIES && least >= enoughMs; n++) least = Math.min(least, await longestTurnMs(work));
  return least;
}
