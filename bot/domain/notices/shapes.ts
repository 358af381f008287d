import { fields, id, instant, maybe, number, oneOf, type ShapesOf, text } from '#domain/basics/shape.ts';
import { AMENDED_STATES, type Amended, DELIVERY_STATES, type Delivery } from './delivery.ts';
import type { DeliveryRows } from './rows.ts';

export const deliveryShapes: ShapesOf<DeliveryRows> = {
  person: fields<Delivery>({
    ...{ job: id, person: id, state: oneOf(DELIVERY_STATES), reason: text, attempts: number, at: instant },
    activity: text,
    amended: maybe(fields<Amended>({ revision: number, state: oneOf(AMENDED_STATES), tries: number })),
  }),
};
