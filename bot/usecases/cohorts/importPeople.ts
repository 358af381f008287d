import type { Day, PersonId } from '#domain/basics/ids.ts';
import { factsOf, type StagedLine } from '#domain/cohorts/importLine.ts';
import { isAway, isNamedByLent, type Member, withLeaveSaid, withPlaceOf } from '#domain/cohorts/member.ts';
import { personNamed } from '#usecases/people/naming.ts';
import { findPerson } from '#usecases/people/people.ts';
import { ensurePerson, type Saying, sayOf, type WasSaid } from '#usecases/people/saying.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel, inTurns } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { readTogether } from './importPlan.ts';
import { joinInCohort } from './joining.ts';
import { findHere } from './named.ts';

/** Members in one transaction; each may bring a note for the audit. */
const BATCH = 48;

interface Entry extends WasSaid {
  line: StagedLine;
  /** An address that here means this person, by the champion's word alone. */
  address: string;
  /** Whom the address meant so far, where that is not an account. */
  other: PersonId | undefined;
}

/** Makes lines count: people, what is said of them, members. May run twice or go on after a crash. */
export async function importPeople(
  ctx: Context,
  at: Saying,
  { lines, here }: { lines: readonly StagedLine[]; here: ReadonlyMap<string, PersonId> },
): Promise<void> {
  await readTogether(ctx, lines);
  const managers = await ensureManagers(ctx, here, lines);
  const entries = await inParallel(lines, async (line): Promise<Entry> => {
    const isHere = line.directoryId ? undefined : await meantHere(ctx, here, line.mail);
    const { person, isNew } = isHere ? { person: isHere, isNew: false } : await personNamed(ctx, line);
    const facts = factsOf(line, managers.get(line.manager) ?? '');
    const said = await sayOf(ctx, at, { person, isNew, named: line, facts, isOwn: !isHere });
    return { ...said, line, ...(await otherNameOf(ctx, line, said.person)) };
  });
  await inTurns(inChunks(entries, BATCH), (chunk) => enterMembers(ctx, at, chunk));
  for (const { person, other } of entries)
    if (other) await joinInCohort(ctx, at, { from: other, into: person });
}

/** Whom an address means in this cohort alone, if it does. */
const meantHere = async (ctx: Context, here: ReadonlyMap<string, PersonId>, address: string) =>
  here.has(address) ? findHere(ctx, here, address) : undefined;

/** Whoever stands above has an id before anybody is written; who has a line of their own is told about there. */
async function ensureManagers(
  ctx: Context,
  here: ReadonlyMap<string, PersonId>,
  lines: readonly StagedLine[],
): Promise<Map<string, PersonId>> {
  const named = new Map(lines.map((line) => [line.manager, line]));
  named.delete('');
  const found = await inParallel([...named], async ([name, { isManagerHere: hasLine, above }]) => {
    const known = (await meantHere(ctx, here, name)) ?? above;
    if (known) return [name, known] as const;
    const isMail = name.includes('@');
    const who = { mail: isMail ? name : '', directoryId: isMail ? '' : name };
    const person = hasLine ? (await personNamed(ctx, who)).person : await ensurePerson(ctx, who);
    return [name, person] as const;
  });
  return new Map(found);
}

/** With a directory id an address is only said: it is noted in the cohort, unless it is known to be theirs. */
async function otherNameOf(
  ctx: Context,
  line: StagedLine,
  person: PersonId,
): Promise<Pick<Entry, 'address' | 'other'>> {
  if (!line.directoryId || !line.mail) return { address: '', other: undefined };
  const holder = await findPerson(ctx, 'mail', line.mail);
  if (holder === person) return { address: '', other: undefined };
  return { address: line.mail, other: holder };
}

/** The row stood as the line wants it when the file was checked, and the line means the same person still. */
const isPlaced = ({ line, person }: Entry): boolean => line.keepsPlace === true && line.person === person;

/** Most are new: their rows are written without a look. Where one is there already, all of the chunk are read. */
async function enterMembers(ctx: Context, at: Saying, entries: readonly Entry[]): Promise<void> {
  const placing = entries.filter((entry) => !isPlaced(entry));
  if (placing.every(({ line }) => line.would === 'add')) {
    try {
      return await write(ctx, at, { rows: Partition.blank(ctx, 'cohorts', at.cohort), entries });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      anew(ctx);
    }
  }
  await retrying(ctx, async () => {
    const members = placing.map(({ person }) => ['member', person] as const);
    await write(ctx, at, { rows: await Partition.pick(ctx, at.cohort, members), entries });
  });
}

async function write(
  ctx: Context,
  at: Saying,
  { rows, entries }: { rows: Partition<'cohorts'>; entries: readonly Entry[] },
): Promise<void> {
  const nowMs = ctx.clock.now();
  const away: { person: PersonId; until: Day }[] = [];
  for (const entry of entries) {
    const { person, line, address, changed } = entry;
    const member = rows.find('member', person)?.value;
    const after = isPlaced(entry) ? member : memberAfter(member, line, address);
    const next = after && withLeaveSaid(after, line.awayUntil, nowMs);
    const leave = [next, member].find((one) => one && isAway(one, nowMs))?.awayUntil;
    if (leave && next?.awayUntil !== member?.awayUntil) away.push({ person, until: leave });
    if (next && JSON.stringify(next) !== JSON.stringify(member)) rows.put('member', person, next);
    if (changed.length > 0)
      audit(ctx, rows, { by: at.person, did: 'changeSaid', about: `${person} ${changed.join(' ')}` });
  }
  if (away.length > 0) rows.tell({ kind: 'membersAway', cohort: at.cohort, away });
  await rows.commit();
}

/** Whoever was invited keeps the role they know. A line of their own gives somebody a place of their own. */
function memberAfter(member: Member | undefined, line: StagedLine, address: string): Member {
  const addresses = address ? [...new Set([...(member?.addresses ?? []), address])] : member?.addresses;
  const isNamed = member !== undefined && !isNamedByLent(line, member);
  const known = isNamed ? withPlaceOf({ role: line.role, state: 'imported' }, member) : member;
  return {
    ...(known ?? { state: 'imported', waiting: false }),
    role: member && member.state !== 'imported' ? member.role : line.role,
    ...(addresses && { addresses }),
    ...(line.attributes && { attributes: { ...member?.attributes, ...line.attributes } }),
  };
}
