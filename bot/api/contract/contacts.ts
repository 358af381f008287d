import { z } from 'zod';
import { isMail } from '#domain/basics/mail.ts';
import { CONTACT_SEATS, NAMED_STATES } from '#domain/cohorts/contactPerson.ts';
import { DELIVERY_STATES } from '#domain/notices/delivery.ts';
import { isDirectoryId } from '#domain/people/person.ts';
import { id, name } from './basics.ts';

const NAME_MAX = 200;

/** Contact or stand-in of a cohort, and what came of asking them. */
export const ContactView = z.object({
  seat: z.enum(CONTACT_SEATS),
  state: z.enum(NAMED_STATES),
  person: id,
  name: z.string(),
  mail: z.string(),
  /** False: the bot cannot reach them yet; the question waits until they have the app. */
  hasApp: z.boolean(),
  delivery: z.enum(DELIVERY_STATES),
  deliveryReason: z.string(),
  etag: z.string(),
});
export type ContactView = z.infer<typeof ContactView>;
/** An empty seat is left out. */
export const Contacts = z.object({ contacts: z.array(ContactView) });
export type Contacts = z.infer<typeof Contacts>;

const NOBODY = 'Please choose somebody, or write a whole mail address, such as clara@example.com.';
/** Whoever is named already, a member, somebody chosen in Teams with the name shown there, or a mail address. */
export const ContactBody = z.union(
  [
    z.object({ person: id }),
    z.object({ member: id }),
    z.object({ directoryId: z.string().refine(isDirectoryId, NOBODY), name: name(NAME_MAX) }),
    z.object({ mail: z.string().trim().toLowerCase().max(NAME_MAX).refine(isMail, NOBODY) }),
  ],
  NOBODY,
);
export type ContactBody = z.input<typeof ContactBody>;

export interface ContactShapes {
  contacts: { answer: Contacts };
  nameContact: { body: ContactBody; answer: Contacts };
}
