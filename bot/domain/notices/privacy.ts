import { type PrivacyOf, rowAbout } from '#domain/basics/privacy.ts';
import type { DeliveryRows } from './rows.ts';

/** A job names nobody, so that what one was told stays known when another goes; a few did before, and go with them. */
export const deliveryPrivacy: PrivacyOf<DeliveryRows> = {
  person: rowAbout(({ person, job }) => [person, ...job.split('_')]),
};
