import type { Delivery } from '#domain/notices/delivery.ts';
import type { Words } from '#words/words.ts';

/** What became of a message to one person, in a sentence; empty when it arrived. */
export function sayDelivery(words: Words, delivery: Delivery | undefined): string {
  if (!delivery) return words('cohort:delivery.queued');
  if (delivery.state === 'sent' && delivery.amended)
    return words(`cohort:delivery.amended.${delivery.amended.state}`);
  if (delivery.state === 'sent') return '';
  if (delivery.state === 'failed' && delivery.reason === 'throttled') return words('cohort:delivery.gaveUp');
  return words(
    delivery.reason ? `cohort:delivery.reason.${delivery.reason}` : `cohort:delivery.${delivery.state}`,
  );
}
