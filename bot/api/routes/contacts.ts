import type { z } from 'zod';
import { ContactBody, Contacts, type ContactView } from '#api/contract/contacts.ts';
import { cohortAt, seatOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import {
  type ContactSeen,
  listContacts,
  type NewContact,
  nameContact,
} from '#usecases/cohorts/contactPersons.ts';
import { sayDelivery } from '#usecases/notices/deliveries.ts';
import type { Words } from '#words/words.ts';

const presentContacts = (words: Words, contacts: readonly ContactSeen[]): Contacts => ({
  contacts: contacts.map((seen) => presentContact(words, seen)),
});

const presentContact = (words: Words, seen: ContactSeen): ContactView => ({
  seat: seen.seat,
  state: seen.state,
  person: seen.person,
  name: seen.name,
  mail: seen.mail,
  hasApp: seen.hasApp,
  delivery: seen.delivery?.state ?? 'queued',
  deliveryReason: sayDelivery(words, seen.delivery),
  etag: seen.etag,
});

function namedIn(body: z.output<typeof ContactBody>): NewContact['named'] {
  if ('person' in body) return { person: asId<PersonId>(body.person) };
  return 'member' in body ? { member: asId<PersonId>(body.member) } : body;
}

export const contactRoutes = [
  route('contacts', {
    answer: Contacts,
    run: async ({ ctx, actor, params, words }) =>
      presentContacts(words, await listContacts(ctx, cohortAt({ params, actor }))),
  }),
  route('nameContact', {
    body: ContactBody,
    answer: Contacts,
    run: async ({ ctx, actor, params, body, etag, words }) => {
      const asked = { seat: seatOf(params), named: namedIn(body), etag };
      return presentContacts(words, await nameContact(ctx, cohortAt({ params, actor }), asked));
    },
  }),
];
