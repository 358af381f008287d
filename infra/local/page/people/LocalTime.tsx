import { useNow, writeTime } from '../state/useNow.ts';

/** "· 09:12": the product's time where somebody lives. */
export const LocalTime = ({ timeZone }: { timeZone: string }) => (
  <time>· {writeTime(useNow(), { hour: '2-digit', minute: '2-digit' }, timeZone)}</time>
);
