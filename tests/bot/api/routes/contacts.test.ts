import { beforeEach, describe, expect, it } from 'vitest';
import type { Contacts } from '#api/contract/contacts.ts';
import { contactRoutes } from '#api/routes/contacts.ts';
import { HANA } from '#tests/bot/aContactIn.ts';
import { aContext } from '#tests/fakes/context.ts';
import { personOf } from '#usecases/people/people.ts';
import type { Actor } from '#usecases/story/actor.ts';
import { callRoute } from './calling.ts';
import { aChampionAsking } from './cohortCalls.ts';

let ask: (name: string, given?: Parameters<typeof callRoute>[2], by?: Actor) => Promise<Contacts>;
let stranger: Actor;
const hana = { person: HANA, name: 'Hana Vzorová', seat: 'contact', state: 'accepted' };

beforeEach(async () => {
  const ctx = aContext();
  const { noor, cohort } = await aChampionAsking(ctx);
  const person = await personOf(ctx, { directoryId: 'oid-eve', mail: 'eve@turntable.example', name: 'Eve' });
  stranger = { ...noor, person, directoryId: 'oid-eve' };
  ask = async (name, given = {}, actor = noor) => {
    const params = { cohort, ...given.params };
    const route = contactRoutes.find((one) => one.name === name);
    return (await callRoute(route, { ctx, actor }, { ...given, params })) as unknown as Contacts;
  };
});

describe('the contacts of a cohort', () => {
  it('are shown to its champions, with what came of asking, and to nobody else', async () => {
    expect(await ask('contacts')).toMatchObject({ contacts: [hana] });
    const { contacts } = await ask('nameContact', {
      ...{ params: { seat: 'standIn' }, body: { mail: ' Samuel@Turntable.Example ' } },
    });
    const samuel = { seat: 'standIn', name: 'samuel@turntable.example', state: 'asked', hasApp: false };
    expect(contacts).toMatchObject([hana, { ...samuel, deliveryReason: 'On its way.' }]);
    await expect(ask('contacts', {}, stranger)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('are replaced with the ETag that was seen', async () => {
    const [{ etag = '' } = {}] = (await ask('contacts')).contacts;
    const body = { directoryId: 'aaaaaaaa-0000-4000-8000-0000000000fe', name: 'Ruth Beispiel' };
    const named = { params: { seat: 'contact' }, body };
    await expect(ask('nameContact', named)).rejects.toThrow('this seat');
    expect(await ask('nameContact', { ...named, etag })).toMatchObject({
      contacts: [{ name: 'Ruth Beispiel', state: 'asked' }],
    });
  });

  it.each([{ mail: 'samuel' }, { mail: '' }, { directoryId: 'x', name: 'Ruth' }, {}])(
    'are nobody by %j',
    async (body) => {
      await expect(ask('nameContact', { params: { seat: 'standIn' }, body })).rejects.toThrow(
        'Please choose somebody, or write a whole mail address',
      );
      await expect(
        ask('nameContact', { params: { seat: 'third' }, body: { mail: 'samuel@turntable.example' } }),
      ).rejects.toMatchObject({ word: 'cohort:contact.noSeat' });
      expect((await ask('contacts')).contacts).toHaveLength(1);
    },
  );
});
