let isLeaving = false;

/** On Ctrl+C or a request to end: says goodbye in order, once, then ends. */
export function leaveOnSignal(goodbye: () => Promise<unknown>): void {
  const leave = async (): Promise<void> => {
    if (isLeaving) return;
    isLeaving = true;
    await goodbye();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());
}

/** True while saying goodbye: what fails then is no news. */
export const isLeavingNow = (): boolean => isLeaving;
