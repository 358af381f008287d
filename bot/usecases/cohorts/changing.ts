import type { CohortId } from '#domain/basics/ids.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  isForgotten,
  mustBePreferable,
  type Preference,
  withForgotten,
  withoutAttribute,
} from '#domain/cohorts/attributes/attributes.ts';
import { type CohortChange, changedCohort } from '#domain/cohorts/cohort.ts';
import { isGoing } from '#domain/cohorts/import.ts';
import { attributesIn, keepingOnly } from '#domain/cohorts/member.ts';
import { pointToKept } from '#usecases/people/kept.ts';
import { languagesOf } from '#usecases/profile/profile.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';
import { type CohortSeen, getCohort, getCohortIn, openAsChampion } from './cohorts.ts';

/**
 * Changes name, dates, floor or languages of a cohort as it was seen under `etag`; throws `Conflict` when somebody was faster. Who
 * was invited has the new name and last day a moment later; a pair keeps the name under which it was introduced.
 */
export async function changeCohort(
  ctx: Context,
  at: InCohort,
  asked: CohortChange,
  etag: string,
): Promise<CohortSeen> {
  const rows = await openAsChampion(ctx, at);
  const languages = asked.languages && languagesOf(asked.languages);
  const change = { ...asked, ...(languages && { languages }) };
  const next = changedCohort(getCohortIn(rows), change, ctx.clock.now());
  if (next) {
    await pointToKept(ctx, at.cohort, next.endsOn);
    rows.put('cohort', '', next, etag);
    rows.tell({ kind: 'carryCohort', cohort: at.cohort });
    audit(ctx, rows, { by: at.person, did: 'changeCohort' });
    await rows.commit();
  }
  return getCohort(ctx, at.cohort, at.person);
}

/** From now on rounds would rather have two differ in these; throws `Conflict` when somebody was faster. */
export async function preferDifference(
  ctx: Context,
  at: InCohort,
  prefers: readonly Preference[],
  etag: string,
): Promise<CohortSeen> {
  const rows = await openAsChampion(ctx, at);
  const cohort = getCohortIn(rows);
  mustBePreferable(prefers, cohort.attributes);
  rows.put('cohort', '', { ...cohort, prefers: [...prefers] }, etag);
  audit(ctx, rows, { by: at.person, did: 'prefer' });
  await rows.commit();
  return getCohort(ctx, at.cohort, at.person);
}

/**
 * Keeps a column of lists no more: rounds look at it no more, and what it says of everybody goes a moment later. Twice
 * is once. Refuses while a list is on its way, or waits to be imported, that brings it back.
 */
export async function dropAttribute(ctx: Context, at: InCohort, name: string): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['import']);
    const list = rows.find('import')?.value;
    if (list && isGoing(list)) throw new Refusal('conflict', 'cohort:import.running');
    if (list?.state === 'checked' && list.keeps?.some((one) => one.name === name))
      throw new Refusal('conflict', 'cohort:attributes.listWaits', { name });
    const next = withoutAttribute(getCohortIn(rows), name);
    if (!next) return;
    rows.put('cohort', '', next);
    rows.tell({ kind: 'forgetAttribute', cohort: at.cohort, name });
    audit(ctx, rows, { by: at.person, did: 'dropAttribute' });
    await rows.commit();
  });
}

const FORGOTTEN_AT_ONCE = 45;

/** Goes on after a crash. What a list says that was read since then stays. */
export async function forgetAttribute(ctx: Context, cohort: CohortId, name: string): Promise<void> {
  const members = await listRows(ctx, 'cohorts', cohort, 'member');
  const having = members.filter(({ value }) => attributesIn(value).some((one) => Object.hasOwn(one, name)));
  for (const some of inChunks(having, FORGOTTEN_AT_ONCE))
    await retrying(ctx, async () => {
      const people = some.map(({ key }) => ['member', key.slice('member_'.length)] as const);
      const rows = await Partition.pick(ctx, cohort, [['cohort'], ...people]);
      if (!isForgotten(rows.find('cohort')?.value ?? {}, name)) return;
      for (const { id, value } of rows.list('member'))
        rows.put(
          'member',
          id,
          keepingOnly(value, (kept) => kept !== name),
        );
      await rows.commit();
    });
  await retrying(ctx, async () => {
    const rows = await Partition.pick(ctx, cohort, [['cohort']]);
    const now = rows.find('cohort')?.value;
    if (!now?.forgets?.includes(name)) return;
    rows.put('cohort', '', withForgotten(now, name));
    await rows.commit();
  });
}

/** Copies name and last day to whoever was invited. Safe to repeat; each row is read after the cohort it copies. */
export async function carryCohort(ctx: Context, cohort: CohortId): Promise<void> {
  const members = await listRows(ctx, 'cohorts', cohort, 'member');
  await inParallel(members, ({ key }) =>
    retrying(ctx, () => carryTo(ctx, cohort, asId<PersonId>(key.slice('member_'.length)))),
  );
}

async function carryTo(ctx: Context, cohort: CohortId, person: PersonId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  const enrolment = own.find('enrolment', cohort)?.value;
  if (!enrolment) return;
  anew(ctx);
  const about = (await findRow(ctx, 'cohorts', cohort, 'cohort'))?.value;
  if (!about || (enrolment.cohortName === about.name && enrolment.endsOn === about.endsOn)) return;
  own.put('enrolment', cohort, { ...enrolment, cohortName: about.name, endsOn: about.endsOn });
  await own.commit();
}
