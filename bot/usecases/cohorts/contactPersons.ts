import { asId, type CohortId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import {
  answeredContact,
  CONTACT_SEATS,
  type ContactAnswer,
  type ContactPerson,
  type ContactSeat,
  contactStanding,
  holderOf,
  isInSeat,
  type NAMED_STATES,
} from '#domain/cohorts/contactPerson.ts';
import { contactJob } from '#domain/cohorts/notices.ts';
import { type Delivery, isLost, isUnreached } from '#domain/notices/delivery.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { ensurePerson } from '#usecases/people/saying.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { listRows } from '#usecases/story/rows.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from './cohorts.ts';
import type { ContactStands } from './contactCards.ts';

/** Whom a champion means: somebody named already, a member, an account chosen in Teams with the name she saw, or a mail address. */
type NamedContact =
  | { person: PersonId }
  | { member: PersonId }
  | { directoryId: string; name: string }
  | { mail: string };

/** Somebody for a seat, and the row of whoever held it when she looked; empty for an empty seat. */
export interface NewContact {
  seat: ContactSeat;
  named: NamedContact;
  etag: string;
}

export interface ContactSeen {
  seat: ContactSeat;
  state: (typeof NAMED_STATES)[number];
  person: PersonId;
  name: string;
  mail: string;
  hasApp: boolean;
  etag: string;
  /** Of what asked them last; undefined while nothing was tried. */
  delivery: Delivery | undefined;
}

/** Refuses to begin anything new while nobody has agreed to be whom members can turn to. */
export function requireContact(rows: OpenCohort): void {
  if (contactStanding(rows.list('contact').map(({ value }) => value)) !== 'accepted')
    throw new Refusal('conflict', 'cohort:noContact', { cohort: getCohortIn(rows).name });
}

/** The same question where nothing of the cohort is open. */
export async function hasContact(ctx: Context, cohort: CohortId): Promise<boolean> {
  const rows = await listRows(ctx, 'cohorts', cohort, 'contact');
  return contactStanding(rows.map(({ value }) => value)) === 'accepted';
}

/** Contact and stand-in of a cohort as its champions see them; an empty seat is left out. */
export async function listContacts(ctx: Context, at: InCohort): Promise<ContactSeen[]> {
  const rows = (await openAsChampion(ctx, at, ['contact'])).list('contact');
  const holders = CONTACT_SEATS.map((seat) => holderOf(rows, seat)).filter((row) => row !== undefined);
  return inParallel(holders, async ({ id, etag, value: { seat, state, written, askings } }) => {
    const person = asId<PersonId>(id);
    const [{ name, mail, hasApp }, delivery] = await Promise.all([
      contactOf(ctx, person, at.cohort),
      findDelivery(ctx, contactJob(at.cohort, askings), person),
    ]);
    return { seat, state, person, name: name || written, mail, hasApp, etag, delivery: delivery?.value };
  });
}

/**
 * Names somebody for a seat, who is asked by a card and counts once they accept; whoever held it is released. The
 * same again changes nothing, but asks anew whoever said no or could not be reached.
 */
export async function nameContact(ctx: Context, at: InCohort, asked: NewContact): Promise<ContactSeen[]> {
  const rows = await openAsChampion(ctx, at);
  const { person, written } = await whoIsMeant(ctx, rows, asked.named);
  await rows.alsoRows([['champion', person]]);
  if (rows.find('champion', person)) throw new Refusal('conflict', 'cohort:contact.isChampion');
  await retrying(ctx, () => linkToCohort(ctx, person, at.cohort));
  await retrying(ctx, () => putInSeat(ctx, at, { ...asked, person, written }));
  return listContacts(ctx, at);
}

async function whoIsMeant(
  ctx: Context,
  rows: OpenCohort,
  named: NamedContact,
): Promise<{ person: PersonId; written: string }> {
  const cohort = asId<CohortId>(rows.id);
  if ('person' in named) {
    await rows.alsoRows([['contact', named.person]]);
    const known = rows.find('contact', named.person)?.value;
    if (!known) throw new Refusal('missing', 'cohort:contact.notMember');
    return { person: named.person, written: known.written };
  }
  if ('member' in named) {
    await rows.alsoRows([['member', named.member]]);
    if (!rows.find('member', named.member)) throw new Refusal('missing', 'cohort:contact.notMember');
    const { is, name } = await contactOf(ctx, named.member, cohort);
    return { person: is, written: name };
  }
  const { directoryId, mail, written } =
    'mail' in named
      ? { directoryId: '', mail: named.mail, written: named.mail }
      : { directoryId: named.directoryId, mail: '', written: named.name };
  const { is } = await contactOf(ctx, await ensurePerson(ctx, { directoryId, mail }), cohort);
  return { person: is, written };
}

/** Written before the cohort, so that whoever is joined with them later finds it; without its row it says nothing. */
async function linkToCohort(ctx: Context, person: PersonId, cohort: CohortId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  if (own.find('contact', cohort)) return;
  own.create('contact', cohort, { cohort });
  await own.commit();
}

async function putInSeat(
  ctx: Context,
  at: InCohort,
  { seat, person, written, etag }: Omit<NewContact, 'named'> & { person: PersonId; written: string },
): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['contact']);
  await rows.alsoRows([['champion', person]]);
  if (rows.find('champion', person)) throw new Refusal('conflict', 'cohort:contact.isChampion');
  const known = rows.find('contact', person)?.value;
  if (known && isInSeat(known) && known.seat !== seat)
    throw new Refusal('conflict', 'cohort:contact.holdsOther');
  const holder = holderOf(rows.list('contact'), seat);
  const isAgain = holder?.id === person;
  if (isAgain && known && !(await isToAskAgain(ctx, at.cohort, { person, known }))) return;
  if (!isAgain && (holder?.etag ?? '') !== etag) throw new Conflict('this seat');
  if (!known) requireRoom('contacts', rows.list('contact').length);
  if (holder && !isAgain) {
    const released = asId<PersonId>(holder.id);
    await ctx.due.pointAll([
      lookSoon(ctx.clock.now(), { about: 'contact', id: at.cohort, person: released }),
    ]);
    rows.put('contact', released, { ...holder.value, state: 'released' });
  }
  const now = toInstant(ctx.clock.now());
  const askings = (known?.askings ?? 0) + 1;
  rows.put('contact', person, { seat, state: 'asked', written, by: at.person, at: now, askings });
  // Written again as it is: two champions who name somebody at once do not both fill the seat.
  rows.put('cohort', '', getCohortIn(rows));
  ask(rows, { cohort: at.cohort, person, time: askings });
  audit(ctx, rows, { by: at.person, did: 'nameContact', about: `${seat}_${person}` });
  await rows.commit();
}

async function isToAskAgain(
  ctx: Context,
  cohort: CohortId,
  { person, known }: { person: PersonId; known: ContactPerson },
): Promise<boolean> {
  if (known.state !== 'asked') return known.state === 'declined';
  return isLost((await findDelivery(ctx, contactJob(cohort, known.askings), person))?.value);
}

function ask(
  rows: OpenCohort,
  { cohort, person, time, answers = false }: InCohort & { time: number; answers?: boolean },
): void {
  const notice = { kind: 'contact', cohort } as const;
  rows.tell({ kind: 'notify', job: contactJob(cohort, time), to: person, notice, answers });
}

/** The answer of whoever was asked, and how it stands then; what an old card no longer asks changes nothing. */
export async function answerContact(
  ctx: Context,
  { cohort, person }: InCohort,
  said: { seat: ContactSeat; answer: ContactAnswer },
): Promise<ContactStands> {
  return retrying(ctx, async () => {
    const rows = await Partition.pick(ctx, cohort, [['cohort'], ['contact', person], ['champion', person]]);
    // Whoever was named to run it meanwhile is asked no more.
    const isChampion = rows.find('champion', person) !== undefined;
    const known = isChampion ? undefined : rows.find('contact', person)?.value;
    const about = rows.find('cohort')?.value;
    const next = known && answeredContact(known, said);
    if (!about || !next || next.state === 'asked') throw new Refusal('missing', 'cohort:contact.notAsked');
    if (next !== known) {
      await ctx.due.pointAll([lookSoon(ctx.clock.now(), { about: 'contact', id: cohort, person })]);
      rows.put('contact', person, next);
      audit(ctx, rows, { by: person, did: `${said.answer}Contact`, about: said.seat });
      await rows.commit();
    }
    const { seat, state } = next;
    return { kind: 'contact', cohort, cohortName: about.name, seat, state };
  });
}

/** Whoever was asked in vain is asked once more, now that the bot reaches them. */
export async function askWhoCameBack(
  ctx: Context,
  own: Partition<'people'>,
  isTimely: (last: { time: number; at: Instant }) => boolean,
): Promise<void> {
  const person = asId<PersonId>(own.id);
  for (const { value } of own.list('contact')) {
    const { cohort } = value;
    await retrying(ctx, async () => {
      const rows = await Partition.pick(ctx, cohort, [['contact', person]]);
      const known = rows.find('contact', person)?.value;
      if (known?.state !== 'asked') return;
      const last = (await findDelivery(ctx, contactJob(cohort, known.askings), person))?.value;
      if (!last || !isUnreached(last) || !isTimely({ time: known.askings, at: last.at })) return;
      const askings = known.askings + 1;
      rows.put('contact', person, { ...known, askings });
      ask(rows, { cohort, person, time: askings, answers: true });
      await rows.commit();
    });
  }
}
