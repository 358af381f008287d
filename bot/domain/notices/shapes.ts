import { fields, id, instant, number, oneOf, type ShapesOf, text } from '#domain/basics/shape.ts';
import { DELIVERY_STATES, type Delivery } from './delivery.ts';
import type { DeliveryRows } from './rows.ts';

export const deliveryShapes: ShapesOf<DeliveryRows> = {
  person: fields<Delivery>({
    ...{ job: id, person: id, state: oneOf(DELIVERY_STATES), reason: text, attempts: number, at: instant },
    activity: text,
  }),
};
