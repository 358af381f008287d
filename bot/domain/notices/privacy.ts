import { type PrivacyOf, rowAbout } from '#domain/basics/privacy.ts';
import type { DeliveryRows } from './rows.ts';

/** A job may be named after a second person: whom a search asked before. */
export const deliveryPrivacy: PrivacyOf<DeliveryRows> = {
  person: rowAbout(({ person, job }) => [person, ...job.split('_')]),
};
