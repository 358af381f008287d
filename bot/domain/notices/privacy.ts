import { type PrivacyOf, rowAbout } from '#domain/basics/privacy.ts';
import type { DeliveryRows } from './rows.ts';

export const deliveryPrivacy: PrivacyOf<DeliveryRows> = { person: rowAbout(({ person }) => [person]) };
