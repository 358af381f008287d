import type { Feedback } from './feedback.ts';
import { byStart, type Meeting } from './meetings.ts';

/** Why help is offered: they are not sure about going on, or could not speak their mind three times in a row. */
export type HelpReason = 'goOn' | 'candid';

const IN_A_ROW = 3;

/**
 * Why one member is offered help after what they just said; undefined where there is no reason. Three times in a row
 * without *yes* to speaking one's mind, then after three more: an offer, not a refrain. For this member alone.
 */
export function needsHelp(
  own: readonly Feedback[],
  meetings: readonly Meeting[],
  latest: Feedback,
): HelpReason | undefined {
  if (latest.goOn === 'no' || latest.goOn === 'unsure') return 'goOn';
  if (latest.candid === '' || latest.candid === 'yes') return undefined;
  const order = byStart([...meetings]).map(({ occurrence }) => occurrence);
  const until = order.indexOf(latest.occurrence);
  const said = order
    .slice(0, until + 1)
    .flatMap((occurrence) => own.filter((one) => one.occurrence === occurrence && one.candid !== ''));
  const lastYes = said.findLastIndex(({ candid }) => candid === 'yes');
  const inARow = said.length - 1 - lastYes;
  return inARow > 0 && inARow % IN_A_ROW === 0 ? 'candid' : undefined;
}
