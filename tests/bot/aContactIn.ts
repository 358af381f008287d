import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { ContactPerson } from '#domain/cohorts/contactPerson.ts';
import type { Context } from '#usecases/story/context.ts';

export const HANA = asId<PersonId>('hana');

/** Hana, to whom people of a cohort can turn, has accepted: nothing new begins there without. */
export async function aContactIn(
  { tables }: Pick<Context, 'tables'>,
  cohort: string,
  said: Partial<ContactPerson> = {},
  person = HANA,
): Promise<void> {
  const value: ContactPerson = {
    ...{ seat: 'contact', state: 'accepted', written: 'Hana Vzorová', askings: 1 },
    ...{ by: asId('noor'), at: asId('2026-11-20T09:00:00.000Z'), ...said },
  };
  await tables.commit('cohorts', cohort, [{ op: 'create', key: `contact_${person}`, value }]);
}
