import type { InName } from '#domain/announcements/inName.ts';
import { type AnnouncementId, asId, type CohortId, toInstant } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { inNameAnsweredJob, inNameJob } from '#domain/sponsors/notices.ts';
import { getCohortIn, openAsChampion, openToRead } from '#usecases/cohorts/cohorts.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import { findSponsor, openAsSponsor, type SponsorSeen, sponsorIn } from '#usecases/sponsors/sponsors.ts';
import { type InCohort, idOfPress } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';
import { mustBeWellMade, newsOf, stageAnnouncement } from './writing.ts';

/** What is said in the sponsor's name, and to whom. */
export type InNameWords = Pick<InName, 'title' | 'text' | 'audience'>;

export interface InNameSeen extends InName {
  /** Who wrote it; empty for who is not there any more. */
  byName: string;
}

/** Who backs a cohort, and what was written in their name, newest first: for its champions and the sponsor. */
export async function getBacking(
  ctx: Context,
  at: InCohort,
): Promise<{ sponsor: SponsorSeen | undefined; inName: InNameSeen[] }> {
  const rows = await openToRead(ctx, at, 'announcements', ['sponsor', 'inname']);
  // What was said to another sponsor is theirs, and the champions'.
  const isChampion = rows.find('champion', at.person) !== undefined;
  const asked = rows
    .list('inname')
    .map(({ value }) => value)
    .filter(({ sponsor }) => isChampion || sponsor === at.person)
    .sort(latestFirst);
  const name = await namesOf(
    ctx,
    asked.map(({ by }) => by),
  );
  const inName = asked.map((one) => ({ ...one, byName: name(one.by) }));
  return { sponsor: await findSponsor(ctx, rows), inName };
}

/** A champion writes in the sponsor's name: the sponsor is asked, and nothing is sent. The same `press` asks once. */
export function askInName(
  ctx: Context,
  at: InCohort,
  { title, text, audience }: InNameWords,
  press = '',
): Promise<AnnouncementId> {
  const words = { title, text, audience };
  return oncePerPress(ctx, at, { noun: 'inname', press, words }, async (id) => {
    const rows = await openAsChampion(ctx, at, ['sponsor', 'inname']);
    if (rows.find('inname', id)) return;
    const sponsor = sponsorIn(rows);
    if (!sponsor) throw new Refusal('conflict', 'cohort:inName.nobody');
    mustBeWellMade(ctx, await newsOf(ctx, rows, { ...words, by: sponsor }));
    requireRoom('inName', rows.list('inname').length);
    const now = toInstant(ctx.clock.now());
    rows.create('inname', id, {
      ...{ announcement: id, by: at.person, sponsor, title, text, audience },
      ...{ at: now, state: 'asked', word: '' },
    });
    rows.put('cohort', '', getCohortIn(rows));
    const notice = { kind: 'inName', cohort: at.cohort, announcement: id } as const;
    rows.tell({ kind: 'notify', job: inNameJob(id), to: sponsor, notice });
    audit(ctx, rows, { by: at.person, did: 'askInName', about: id });
    await rows.commit();
  });
}

/** Does what a press asks for under the id that this press and these words have: the same again finds what it made. */
function oncePerPress(
  ctx: Context,
  at: InCohort,
  { noun, press, words }: { noun: 'inname' | 'announcement'; press: string; words: InNameWords },
  work: (id: AnnouncementId) => Promise<void>,
): Promise<AnnouncementId> {
  const content = { cohort: at.cohort, ...words };
  const id = idOfPress<AnnouncementId>(ctx, at, { noun, key: press, content });
  return retrying(ctx, () => work(id).then(() => id), TRIES_AT_ONCE);
}

/** A champion no longer asks the sponsor; what was answered stays answered. Twice is once. */
export async function takeBackInName(ctx: Context, at: InCohort, id: AnnouncementId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['inname']);
    const known = getInName(rows, id);
    if (known.state === 'takenBack') return;
    if (known.state !== 'asked') throw new Refusal('conflict', 'cohort:inName.answered');
    await ctx.due.pointAll([
      lookSoon(ctx.clock.now(), { about: 'inName', id: at.cohort, part: id, person: known.sponsor }),
    ]);
    rows.put('inname', id, { ...known, state: 'takenBack' });
    audit(ctx, rows, { by: at.person, did: 'takeBackInName', about: id });
    await rows.commit();
  });
}

const getInName = (rows: Partition<'cohorts'>, id: AnnouncementId): InName => {
  const known = rows.find('inname', id)?.value;
  if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
  return known;
};

/** How it stands with words in somebody's name. */
export interface InNameStands {
  kind: 'inName';
  cohortName: string;
  title: string;
  state: Exclude<InName['state'], 'asked'>;
}

/**
 * The sponsor's own yes sends the words as they stand, in their name; a no brings a word back to the champion. What is
 * answered, or taken back, stays so, whatever is pressed later: the answer says how it stands.
 */
export function answerInName(
  ctx: Context,
  at: InCohort,
  { announcement, answer, word }: { announcement: AnnouncementId; answer: 'send' | 'no'; word: string },
): Promise<InNameStands> {
  return retrying(
    ctx,
    async () => {
      const rows = await openAsSponsor(ctx, at, ['member', 'announcement', 'inname']);
      const known = getInName(rows, announcement);
      const { name: cohortName } = getCohortIn(rows);
      const stands = { kind: 'inName', cohortName, title: known.title } as const;
      if (known.sponsor !== at.person) throw new Refusal('missing', 'cohort:announcement.missing');
      if (known.state !== 'asked') return { ...stands, state: known.state };
      const state = answer === 'send' ? 'agreed' : 'declined';
      await ctx.due.pointAll([
        lookSoon(ctx.clock.now(), { about: 'inName', id: at.cohort, part: announcement, person: at.person }),
      ]);
      if (answer === 'send') {
        const { title, text, audience } = known;
        await stageAnnouncement(ctx, rows, { announcement, by: at.person, title, text, audience });
      }
      rows.put('inname', announcement, { ...known, state, word: answer === 'send' ? '' : word.trim() });
      const notice = { kind: 'inNameAnswered', cohort: at.cohort, announcement } as const;
      rows.tell({ kind: 'notify', job: inNameAnsweredJob(announcement), to: known.by, notice });
      audit(ctx, rows, { by: at.person, did: answer === 'send' ? 'agreeInName' : 'declineInName' });
      await rows.commit();
      return { ...stands, state };
    },
    TRIES_AT_ONCE,
  );
}

/** The sponsor writes to the cohort themself. The same `press` again sends nothing more. */
export function announceAsSponsor(
  ctx: Context,
  at: InCohort,
  { title, text, audience }: InNameWords,
  press = '',
): Promise<AnnouncementId> {
  const words = { title, text, audience };
  return oncePerPress(ctx, at, { noun: 'announcement', press, words }, async (id) => {
    const rows = await openAsSponsor(ctx, at, ['member', 'announcement']);
    if (rows.find('announcement', id)) return;
    await stageAnnouncement(ctx, rows, { announcement: id, by: at.person, title, text, audience });
    audit(ctx, rows, { by: at.person, did: 'announce', about: id });
    await rows.commit();
  });
}

/** Answered, or taken back: the card that asked the sponsor asks no more. */
export const settledInName: Settling<InNameStands> = async (ctx, person, { id, part }) => {
  const cohort = asId<CohortId>(id);
  const announcement = asId<AnnouncementId>(part);
  const rows = await Partition.pick(ctx, cohort, [['cohort'], ['inname', announcement]]);
  const cohortName = rows.find('cohort')?.value.name;
  const known = rows.find('inname', announcement)?.value;
  if (cohortName === undefined || !known || known.state === 'asked' || known.sponsor !== person) return [];
  const { title, state } = known;
  return allOf([inNameJob(announcement)], { kind: 'inName', cohortName, title, state });
};
