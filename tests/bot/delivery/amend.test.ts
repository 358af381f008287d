import { beforeEach, describe, expect, test } from 'vitest';
import { createWorker } from '#delivery/worker.ts';
import type { AnnouncementId, PersonId } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { sendOff } from '#tests/bot/usecases/announcements/sendOff.ts';
import { aFullPilot, installApp, join, type Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { freely } from '#tests/fakes/rate.ts';
import { correctAnnouncement, recallAnnouncement } from '#usecases/announcements/amending.ts';
import { retryAnnouncement } from '#usecases/announcements/sending.ts';
import { jobOf, listAnnouncements } from '#usecases/announcements/view.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { composeNotice, type Messenger } from '#usecases/home/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery, listDeliveries, listShard, putDelivery, SHARDS } from '#usecases/story/deliveries.ts';
import { FakeMessenger, live as letLive } from './delivering.ts';
import { Killed, mortal } from './mortal.ts';

const NEWS = { title: 'We start', text: 'Welcom', audience: 'everyone' as const };
const BETTER = { title: 'We start', text: 'Welcome' };
const NAMES = ['clara.exampleton', 'aisha.specimen', 'meera.namoona', 'diego.muestra'];

const OTHERS = [
  ...['zofia.przyklad', 'kenji.mihon', 'ines.amostra', 'mehmet.ornek'],
  ...['lwazi.isampula', 'liisa.naide', 'tuan.vidu', 'yusuf.mithal'],
];

let ctx: TestContext;
let teams: FakeMessenger;
let pilot: Pilot;
let id: AnnouncementId;
let people: PersonId[];

const live = (own: Context = ctx, messenger: Messenger = teams, minutes = 1): Promise<void> =>
  letLive({ ctx: own, clock: ctx.clock }, messenger, minutes);

/** Four people have an announcement. */
async function aSent(): Promise<void> {
  ctx = aContext();
  teams = new FakeMessenger();
  pilot = await aFullPilot(ctx);
  people = [];
  for (const name of NAMES) people.push(await join(ctx, pilot, name));
  for (const person of people) await installApp(ctx, person);
  id = await sendOff(ctx, pilot, NEWS);
  await live();
  expect(teams.reached).toHaveLength(4);
}
beforeEach(aSent);

const seen = async () => (await listAnnouncements(ctx, pilot))[0];
const correct = async (own: Context = ctx) =>
  correctAnnouncement(own, pilot, id, { asked: BETTER, etag: (await seen())?.etag ?? '' });
const states = async (): Promise<unknown[]> =>
  (await listDeliveries(ctx, jobOf(id, 1)))
    .filter(({ state }) => state === 'sent')
    .map(({ amended }) => amended?.state);

describe('a correction', () => {
  test('stands in the place of what was sent, with when it was made, and notifies nobody', async () => {
    const [asked, told] = [ctx.clock.now(), teams.reached.length];
    await correct();
    await live();
    expect(teams.reached).toHaveLength(told);
    expect(new Set(teams.updated.map(({ to }) => to))).toEqual(new Set(people));
    const corrected = new Date(asked).toISOString();
    for (const { facts } of teams.updated)
      expect(facts).toMatchObject({ kind: 'newsCorrected', news: { ...BETTER, corrected } });
    expect(await states()).toEqual(Array(4).fill('shown'));
    expect((await seen())?.tally).toMatchObject({ sent: 4, amended: 4, notAmended: 0 });
    await live();
    expect(teams.updated).toHaveLength(4);
  });

  test('is read by whoever gets it later, as it is then', async () => {
    const [clara] = people as [PersonId];
    const row = await findDelivery(ctx, jobOf(id, 1), clara);
    await putDelivery(ctx, { ...(row?.value as Delivery), state: 'unknown', activity: '' }, row?.etag ?? '');
    await correct();
    await live();
    await retryAnnouncement(ctx, pilot, id);
    await live();
    expect(teams.reached.at(-1)).toMatchObject({ to: clara, notice: BETTER });
    const updates = teams.updated.length;
    await live(ctx, teams, 4);
    expect((await seen())?.tally).toMatchObject({ sent: 4, amended: 4 });
    expect(teams.updated).toHaveLength(updates);
  });

  test('of a correction wins, whichever is done first', async () => {
    await correct();
    const better = { ...BETTER, text: 'Welcome, all' };
    await correctAnnouncement(ctx, pilot, id, { asked: better, etag: (await seen())?.etag ?? '' });
    await live();
    expect(teams.updated).toHaveLength(4);
    for (const { facts } of teams.updated) expect(facts).toMatchObject({ news: better });
  });

  test('that comes while another goes out stands at once: nobody after it sees the older words', async () => {
    for (const name of OTHERS) await installApp(ctx, await join(ctx, pilot, name));
    id = await sendOff(ctx, pilot, { ...NEWS, title: 'For all' });
    await live();
    const shards = await Promise.all(
      Array.from({ length: SHARDS }, (_, shard) => listShard(ctx, jobOf(id, 1), shard)),
    );
    const crowd = shards.map((rows) => rows.map(({ value }) => value.person)).find((all) => all.length > 1);
    const best = { ...BETTER, text: 'Welcome, all' };
    const crowdSaw: string[] = [];
    const update: FakeMessenger['update'] = async (to, activity, facts) => {
      if (crowd?.includes(to.person) && facts.kind === 'newsCorrected') {
        crowdSaw.push(facts.news.text);
        if (crowdSaw.length === 1)
          await correctAnnouncement(ctx, pilot, id, { asked: best, etag: (await seen())?.etag ?? '' });
      }
      return FakeMessenger.prototype.update.call(teams, to, activity, facts);
    };
    const messenger = Object.assign(Object.create(teams) as FakeMessenger, { update });
    const rate = { ...freely, together: 1 };
    const worker = createWorker({ ctx, messenger, rate, composeNotice, carryOut, pollMs: 1 });
    await correct();
    while ((await worker.runOnce()) > 0);
    expect(crowdSaw[0]).toBe(BETTER.text);
    expect(new Set(crowdSaw.slice(1))).toEqual(new Set([best.text]));
    expect(crowdSaw).toHaveLength(1 + (crowd?.length ?? 0));
  });

  test('is made by whoever saw how it stands', async () => {
    const etag = (await seen())?.etag ?? '';
    await correct();
    await expect(correctAnnouncement(ctx, pilot, id, { asked: BETTER, etag })).rejects.toThrow('changed');
  });

  test('waits where Teams has enough, slows everybody, and comes to its end', async () => {
    teams.answers.push({ state: 'later', afterMs: 7_000, isTooMuch: true }, { state: 'unknown' });
    const slowed: number[] = [];
    const rate = { ...freely, pause: async (ms: number) => void slowed.push(ms) };
    const worker = createWorker({ ctx, messenger: teams, rate, composeNotice, carryOut, pollMs: 1 });
    await correct();
    while ((await worker.runOnce()) > 0);
    expect(slowed).toEqual([7_000]);
    expect((await states()).filter((state) => state === 'shown')).toHaveLength(2);
    await live();
    expect(await states()).toEqual(Array(4).fill('shown'));
  });

  test('that Teams refuses is said of each who still has the first words', async () => {
    teams.answers.push({ state: 'failed', reason: 'refused' });
    await correct();
    await live();
    expect((await seen())?.tally).toMatchObject({ sent: 4, amended: 3, notAmended: 1 });
  });

  test('waits for the morning of whoever gets it then, and counts them', async () => {
    ctx.clock.set('2026-11-24T02:00:00.000Z');
    id = await sendOff(ctx, pilot, { ...NEWS, title: 'At night' });
    await live();
    await correct();
    await live();
    ctx.clock.set('2026-11-24T12:00:00.000Z');
    await live(ctx, teams, 4);
    expect(teams.reached.slice(4).map(({ notice }) => notice)).toMatchObject(Array(4).fill(BETTER));
    expect((await seen())?.tally).toMatchObject({ sent: 4, quiet: 0, amended: 4 });
    expect(teams.updated).toEqual([]);
  });

  test('waits for whoever is being told right now', async () => {
    const [clara] = people as [PersonId];
    const row = await findDelivery(ctx, jobOf(id, 1), clara);
    const reserved = { ...(row?.value as Delivery), state: 'reserved', at: ctx.clock.now() } as const;
    const at = new Date(ctx.clock.now()).toISOString() as Delivery['at'];
    const etag = await putDelivery(ctx, { ...reserved, at, activity: '' }, row?.etag ?? '');
    await correct();
    await live(ctx, teams, 0);
    expect(teams.updated).toHaveLength(3);
    await putDelivery(ctx, { ...reserved, at, state: 'sent', activity: 'late' }, etag);
    await live();
    expect(teams.updated.at(-1)).toMatchObject({ to: clara, activity: 'late' });
  });
});

describe('taking back', () => {
  test('takes it out of every chat, once or twice, and tells nobody else', async () => {
    await recallAnnouncement(ctx, pilot, id);
    await recallAnnouncement(ctx, pilot, id);
    await live();
    expect(new Set(teams.removed.map(({ to }) => to))).toEqual(new Set(people));
    expect(teams.removed).toHaveLength(4);
    expect(await states()).toEqual(Array(4).fill('removed'));
    expect(await seen()).toMatchObject({ state: 'recalled', tally: { sent: 4, amended: 4 } });
    for (const again of [retryAnnouncement(ctx, pilot, id), correct()])
      await expect(again).rejects.toMatchObject({ word: 'cohort:announcement.recalled' });
  });

  test('says that it was taken back where Teams does not let it be taken out', async () => {
    teams.answers.push({ state: 'failed', reason: 'refused' });
    await recallAnnouncement(ctx, pilot, id);
    await live();
    expect(teams.updated).toMatchObject([{ facts: { kind: 'newsTakenBack', cohortName: 'Finance pilot' } }]);
    expect((await states()).sort()).toEqual(['removed', 'removed', 'removed', 'replaced']);
  });

  test('before it is sent is nothing: it is called off instead', async () => {
    const other = await sendOff(ctx, pilot, { ...NEWS, sendAt: '2026-11-27T09:00:00.000Z' });
    const refused = { word: 'cohort:announcement.notOut' };
    await expect(recallAnnouncement(ctx, pilot, other)).rejects.toMatchObject(refused);
  });

  test('leaves whoever waits for the morning untold', async () => {
    ctx.clock.set('2026-11-24T02:00:00.000Z');
    const night = await sendOff(ctx, pilot, { ...NEWS, title: 'At night' });
    await live();
    await recallAnnouncement(ctx, pilot, night);
    ctx.clock.set('2026-11-24T12:00:00.000Z');
    await live();
    expect(teams.reached).toHaveLength(4);
  });
});

describe.each(['before', 'after'] as const)('a server killed %s a call', (moment) => {
  test.each(['correct', 'recall'] as const)('comes to the end of it all the same: %s', async (what) => {
    for (let at = 0; ; at++) {
      await aSent();
      const dying = mortal(ctx, teams, { at, moment });
      const change = (own: Context) =>
        what === 'correct' ? correct(own) : recallAnnouncement(own, pilot, id);
      await change(dying.ctx)
        .then(() => live(dying.ctx, dying.messenger, 0))
        .catch((error) => {
          if (!(error instanceof Killed)) throw error;
        });
      if (!(await seen())?.revision) await change(ctx);
      await live(ctx, teams, 3);
      const when = `${moment} call ${at}`;
      expect((await seen())?.tally, when).toMatchObject({ sent: 4, amended: 4, notAmended: 0 });
      expect(teams.reached, when).toHaveLength(4);
      expect(
        ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('outbox_')),
        when,
      ).toEqual([]);
      if (!dying.life.isOver) break;
    }
  });
});
