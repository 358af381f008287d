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
