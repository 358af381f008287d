import { createHash } from 'node:crypto';
import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { mustGoOn } from '#domain/cohorts/cohort.ts';
import type { StagedLine } from '#domain/cohorts/importLine.ts';
import {
  isSamePeer,
  type SuggestedPeer,
  type Suggestion,
  settledSuggestion,
} from '#domain/people/suggestion.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { listRows } from '#usecases/story/rows.ts';
import { getCohortIn, openAsChampion } from './cohorts.ts';
import { requireContact } from './contactPersons.ts';
import { importPeople } from './importPeople.ts';
import { invite } from './invitations.ts';
import { findNamed, readMembers } from './named.ts';

/**
 * Somebody who takes part would like a colleague to be invited. Whoever runs the cohort is told, nobody else; the
 * answer is the same whether the colleague takes part already or not. The same again changes nothing.
 */
export async function suggestPeer(
  ctx: Context,
  { cohort, person }: InCohort,
  peer: SuggestedPeer,
): Promise<void> {
  await retrying(
    ctx,
    async () => {
      const own = await Partition.open(ctx, 'people', person);
      const enrolment = own.find('enrolment', cohort)?.value;
      if (enrolment?.state !== 'joined') throw new Refusal('missing', 'enrolment:notInvited');
      const me = own.find('person')?.value;
      const mine = { directoryId: me?.directoryId ?? '', mail: me?.mail ?? '', name: '' };
      if (isSamePeer(mine, peer)) throw new Refusal('invalid', 'cohort:suggestion.yourself');
      const rows = await Partition.pick(ctx, cohort, [['cohort']]);
      mustGoOn(getCohortIn(rows), ctx.clock.now());
      const known = await listRows(ctx, 'cohorts', cohort, 'suggestion', { prefix: person });
      if (known.some(({ value }) => value.isOpen && isSamePeer(value, peer))) return;
      const next = 1 + Math.max(-1, ...known.map(({ key }) => Number(key.slice(key.lastIndexOf('_') + 1))));
      requireRoom('suggestions', next);
      const { role } = enrolment;
      const at = toInstant(ctx.clock.now());
      rows.create('suggestion', `${person}_${next}`, { ...peer, by: person, role, at, isOpen: true });
      await rows.commit();
    },
    TRIES_AT_ONCE,
  );
}

export interface SuggestionSeen extends Suggestion {
  id: string;
  /** Who would like it, where they agreed to be named; empty for a colleague. */
  byName: string;
}

/** What waits for a champion of the cohort, oldest first. */
export async function listSuggestions(ctx: Context, at: InCohort): Promise<SuggestionSeen[]> {
  const rows = await openAsChampion(ctx, at, ['suggestion']);
  const open = rows.list('suggestion').filter(({ value }) => value.isOpen);
  const namedAs = ({ role, by }: Suggestion) => `${role}_${by}`;
  await rows.alsoRows([...new Set(open.map(({ value }) => namedAs(value)))].map((id) => ['named', id]));
  return open
    .map(({ id, value }) => ({ ...value, id, byName: rows.find('named', namedAs(value))?.value.name ?? '' }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The one that waits for a champion under this id; `missing` where none does, or does no more. */
async function getOpen(ctx: Context, at: InCohort, id: string) {
  const rows = await (await openAsChampion(ctx, at, ['contact'])).alsoRows([['suggestion', id]]);
  const suggestion = rows.find('suggestion', id)?.value;
  if (!suggestion?.isOpen) throw new Refusal('missing', 'cohort:suggestion.missing');
  return { rows, suggestion };
}

/**
 * Invites whoever was suggested, as an import and an invitation would: whoever is a member already keeps their place,
 * and whoever has answered is left alone. May be pressed again after a crash.
 */
export async function inviteSuggested(ctx: Context, at: InCohort, id: string): Promise<void> {
  const { rows, suggestion } = await getOpen(ctx, at, id);
  mustGoOn(getCohortIn(rows), ctx.clock.now());
  requireContact(rows);
  await invite(ctx, at, [
    await memberFor(ctx, at, {
      ...suggestion,
      source: `suggestion-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`,
    }),
  ]);
  await settle(ctx, at, id, 'inviteSuggested');
}

/** Passes a suggestion over; nobody is told. */
export async function passOver(ctx: Context, at: InCohort, id: string): Promise<void> {
  await getOpen(ctx, at, id);
  await settle(ctx, at, id, 'passOverSuggested');
}

async function settle(ctx: Context, at: InCohort, id: string, did: string): Promise<void> {
  await retrying(ctx, async () => {
    const { rows, suggestion } = await getOpen(ctx, at, id);
    rows.put('suggestion', id, settledSuggestion(suggestion));
    audit(ctx, rows, { by: at.person, did });
    await rows.commit();
  });
}

/** The member whom a suggestion means, made where there is none. */
async function memberFor(
  ctx: Context,
  at: InCohort,
  { directoryId, mail, name, role, source }: Suggestion & { source: string },
): Promise<PersonId> {
  const { cohort } = at;
  const meant = async () => {
    const { members, here } = await readMembers(ctx, cohort);
    const person = await findNamed(ctx, here, directoryId || mail);
    return { here, person, isMember: person !== undefined && members.has(person) };
  };
  const before = await meant();
  if (before.person && before.isMember) return before.person;
  const line: StagedLine = {
    ...{ line: 0, name, mail: directoryId ? '' : mail, directoryId, role, manager: '', isManagerHere: false },
    ...{ department: '', location: '', would: 'add', person: '', above: '' },
  };
  const saying = { ...at, at: toInstant(ctx.clock.now()), source };
  await importPeople(ctx, saying, { lines: [line], here: before.here });
  anew(ctx);
  const made = (await meant()).person;
  if (!made) throw new Refusal('conflict', 'cohort:suggestion.missing');
  return made;
}
