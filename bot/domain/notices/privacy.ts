import { type PrivacyOf, rowAbout } from '#domain/basics/privacy.ts';
import type { DeliveryRows } from './rows.ts';

/** A job is named after nobody: what was told to one person stays known when another goes. */
export const deliveryPrivacy: PrivacyOf<DeliveryRows> = {
  person: rowAbout(({ person }) => [person]),
};
