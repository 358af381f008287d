import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import {
  type Enrolment,
  invitedInstead,
  type Joined,
  laterLeave,
  type Member,
} from '#domain/cohorts/member.ts';
import { giveBack, lend } from '#domain/people/said.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { moveMember, openMembership, type Two } from './membership.ts';

type Own = Partition<'people'>;

/**
 * A champion says whose account an address is. Written beside the person, so that an account which proves the address
 * at the same moment is seen, and sees it. Answers false, and writes nothing, where the address has an account.
 */
export async function sayTheyAreOne(
  ctx: Context,
  { cohort, person: by }: InCohort,
  two: Two,
): Promise<boolean> {
  const { from, into } = two;
  const isSaid = await retrying(ctx, async () => {
    const own = await Partition.open(ctx, 'people', from);
    const known = own.find('person')?.value;
    if (known?.directoryId !== '' || known.joinedTo !== '') return false;
    const word = own.find('sameas', cohort)?.value;
    if (word?.holds) return word.into === into;
    own.put('person', '', known);
    own.put('sameas', cohort, { into, holds: true, by, at: toInstant(ctx.clock.now()) });
    own.tell({ kind: 'joinMembers', cohort, ...two });
    await own.commit();
    return true;
  });
  if (isSaid) await settle(ctx, cohort, two);
  return isSaid;
}

/** The word of a champion is taken back: the two are two members again. */
export async function sayTheyAreTwo(ctx: Context, { cohort, person: by }: InCohort, two: Two): Promise<void> {
  await retrying(ctx, async () => {
    const own = await Partition.open(ctx, 'people', two.from);
    const word = own.find('sameas', cohort)?.value;
    if (!word?.holds) return;
    own.put('sameas', cohort, { ...word, holds: false, by, at: toInstant(ctx.clock.now()) });
    own.tell({ kind: 'joinMembers', cohort, from: two.from, into: word.into });
    await own.commit();
  });
  await settle(ctx, cohort, two);
}

/**
 * An account has proved the address: whatever champions said of it ends, in the transaction that says so, and they are
 * told; except who said that it is this account (`spared`).
 */
export function endWords(
  ctx: Context,
  own: Own,
  { by, spared = '' }: { by: PersonId; spared?: PersonId | '' },
): void {
  const at = toInstant(ctx.clock.now());
  const from = asId<PersonId>(own.id);
  for (const { id, value: word } of own.list('sameas')) {
    if (!word.holds) continue;
    const cohort = asId<CohortId>(id);
    own.put('sameas', id, { ...word, holds: false, by, at });
    if (word.into === spared) continue;
    own.tell({ kind: 'joinMembers', cohort, from, into: word.into });
    const notice = { kind: 'separated', cohort, from } as const;
    own.tell({ kind: 'notify', job: `separated_${ctx.ids.next('telling')}`, to: word.by, notice });
  }
}

/** Every cohort becomes as the words about somebody stand. */
export async function settleAll(ctx: Context, from: PersonId): Promise<void> {
  const own = await Partition.open(ctx, 'people', from);
  const { joinedTo = '' } = own.find('person')?.value ?? {};
  for (const { id, value } of own.list('sameas'))
    if (value.into !== joinedTo) await settle(ctx, asId(id), { from, into: value.into });
}

/**
 * One cohort becomes as the champion's word on two stands: one member, or two. It may run twice, at once, or go on
 * after a crash; whoever finds the word changed meanwhile does it again.
 */
export async function settle(ctx: Context, cohort: CohortId, { from, into }: Two): Promise<void> {
  for (;;) {
    const two = { from, into: await livingOf(ctx, cohort, { from, into }) };
    const word = await wordOn(ctx, cohort, from);
    const holds = word?.holds === true && word.into === into;
    if (holds) await join(ctx, cohort, two, word.by);
    else await separate(ctx, cohort, two, word?.by ?? from);
    anew(ctx);
    const now = await wordOn(ctx, cohort, from);
    if ((now?.holds === true && now.into === into) === holds) return;
  }
}

const wordOn = async (ctx: Context, cohort: CohortId, from: PersonId) =>
  (await Partition.open(ctx, 'people', from)).find('sameas', cohort)?.value;

/** Who stands for `into` in a cohort: it may be one with somebody else by now. */
async function livingOf(ctx: Context, cohort: CohortId, { from, into }: Two): Promise<PersonId> {
  const passed = new Set([from]);
  for (let at = into; ; ) {
    passed.add(at);
    const rows = await Partition.open(ctx, 'people', at);
    const word = rows.find('sameas', cohort)?.value;
    const next = rows.find('person')?.value.joinedTo || (word?.holds && word.into);
    if (!next || passed.has(next)) return at;
    at = next;
  }
}

/** The account gets what the address had, which stays where it is, to be given back. Its own comes first. */
async function join(ctx: Context, cohort: CohortId, two: Two, by: PersonId): Promise<void> {
  const { from, into } = two;
  const old = await Partition.open(ctx, 'people', from);
  await retrying(ctx, async () => {
    const own = await Partition.open(ctx, 'people', into);
    const was = old.find('said', cohort)?.value;
    const said = own.find('said', cohort)?.value;
    if (was && !said?.lent?.some((one) => one.from === from)) own.put('said', cohort, lend(from, was, said));
    const invited = old.find('enrolment', cohort)?.value;
    const known = own.find('enrolment', cohort)?.value;
    const next = known ? invitedInstead(known, invited) : invited;
    if (next) own.put('enrolment', cohort, next);
    await own.commit();
  });
  const address = old.find('person')?.value.mail ?? '';
  await retrying(ctx, async () => {
    const rows = await openMembership(ctx, cohort, two);
    const was = rows.find('member', from)?.value;
    const had = rows.find('member', into)?.value;
    if (!was || !moveMember(rows, cohort, two, address)) return;
    const is = rows.find('member', into)?.value as Member;
    const at = toInstant(ctx.clock.now());
    const place = had && { role: had.role, state: had.state, ...laterLeave(had) };
    const one: Joined = { from, address, at, was, ...(place && { had: place }) };
    rows.put('member', into, { ...is, joined: [...(is.joined ?? []), one] });
    audit(ctx, rows, { by, did: 'joinMembers', about: `${from}_${into}` });
    await rows.commit();
  });
}

/** What was joined is two again; what the account has done since stays the account's. */
async function separate(ctx: Context, cohort: CohortId, two: Two, by: PersonId): Promise<void> {
  const { from, into } = two;
  await retrying(ctx, async () => {
    const rows = await openMembership(ctx, cohort, two);
    const is = rows.find('member', into)?.value;
    const entry = is?.joined?.find((one) => one.from === from);
    const isOwn = await takeOwn(ctx, cohort, two, (enrolment) =>
      entry ? isTheirs(entry, enrolment) : is !== undefined,
    );
    if (!is || !entry) return;
    const next = withoutJoined(is, entry, isOwn);
    if (next) rows.put('member', into, next);
    else rows.remove('member', into);
    if (next && is.awayUntil && next.awayUntil !== is.awayUntil)
      rows.tell({ kind: 'memberBack', cohort, person: into, until: is.awayUntil });
    if (!rows.find('member', from)) rows.create('member', from, asBefore(entry, is));
    audit(ctx, rows, { by, did: 'separateMembers', about: `${from}_${into}` });
    if (entry.was.state !== 'imported') rows.tell({ kind: 'projectEnrolment', cohort, person: from });
    await rows.commit();
  });
}

/** Whether an invitation is the account's own: it has answered, or was invited beside the other one. */
const isTheirs = ({ was, had }: Joined, { state }: Enrolment): boolean =>
  state !== 'invited' || (had !== undefined && (had.state !== 'imported' || was.state === 'imported'));

/** The account's own side. Answers whether it has an invitation of its own. */
async function takeOwn(
  ctx: Context,
  cohort: CohortId,
  { from, into }: Two,
  isKept: (enrolment: Enrolment) => boolean,
): Promise<boolean> {
  const was = (await Partition.open(ctx, 'people', from)).find('said', cohort)?.value;
  const own = await Partition.open(ctx, 'people', into);
  const said = own.find('said', cohort)?.value;
  const left = said && was ? giveBack(from, was, said) : said;
  if (said && !left) own.remove('said', cohort);
  else if (left && left !== said) own.put('said', cohort, left);
  const enrolment = own.find('enrolment', cohort)?.value;
  const isOwn = enrolment !== undefined && isKept(enrolment);
  if (enrolment && !isOwn) own.remove('enrolment', cohort);
  await own.commit();
  return isOwn;
}

/** Whoever was joined with them before, and still is, goes with them. */
function asBefore({ was }: Joined, is: Member): Member {
  if (!was.joined) return was;
  const still = new Set(is.joined?.map(({ from }) => from));
  return { ...was, joined: was.joined.filter(({ from }) => still.has(from)) };
}

/** The member as it was before, or as the account made it since; undefined when it was none. */
function withoutJoined(is: Member, entry: Joined, isOwn: boolean): Member | undefined {
  const gone = new Set([entry.address, ...(entry.was.addresses ?? [])]);
  const theirs = new Set(entry.was.joined?.map(({ from }) => from));
  const all = is.joined ?? [];
  const after = all[all.indexOf(entry) + 1];
  const addresses = (is.addresses ?? []).filter((address) => !gone.has(address));
  const joined = all
    .filter((one) => one !== entry && !theirs.has(one.from))
    .map((one) => (one === after ? handedOn(one, entry) : one));
  const next = { ...withoutLeaveOf(entry, is), addresses, joined };
  if (isOwn) return next;
  if (entry.had) return { ...next, role: entry.had.role, state: entry.had.state };
  return joined.length > 0 ? next : undefined;
}

/** A leave that was known of the address alone goes with it. */
function withoutLeaveOf({ was, had }: Joined, is: Member): Member {
  if (is.awayUntil === undefined || is.awayUntil !== was.awayUntil) return is;
  const { awayUntil: _, ...here } = is;
  return { ...here, ...laterLeave(had) };
}

/** Who was joined next found the member as it had been made by this one. */
function handedOn({ had: _, ...one }: Joined, { had }: Joined): Joined {
  return { ...one, ...(had && { had }) };
}
