import { describe, expect, it } from 'vitest';
import { MANY_PEOPLE, UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import { type AnnouncementId, asId, type PersonId } from '#domain/basics/ids.ts';
import { newsDrawer } from '#teams/cards/newsDrawer.ts';
import {
  aDyingProcess,
  aFullPilot,
  drain,
  installApp,
  join,
  type Pilot,
  recover,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { correctAnnouncement } from '#usecases/announcements/amending.ts';
import { countAudience, listTeams } from '#usecases/announcements/reach.ts';
import { announcementChores, stopAnnouncement } from '#usecases/announcements/sending.ts';
import { listAnnouncements } from '#usecases/announcements/view.ts';
import {
  announce,
  callOffAnnouncement,
  changeAnnouncement,
  drawDraft,
  tryAnnouncement,
} from '#usecases/announcements/writing.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';
import { sendOff } from './sendOff.ts';

const NEWS = { title: 'We start', text: 'Welcome', audience: 'everyone' as const };
const SECOND_MS = 1_000;
const drawNews = newsDrawer({ wordsFor, teamsAppId: 'app', appId: 'bot', publicUrl: 'https://x.example' });

interface Stage {
  ctx: TestContext;
  pilot: Pilot;
  clara: PersonId;
}

async function aStage(): Promise<Stage> {
  const ctx = aContext({ drawNews });
  const pilot = await aFullPilot(ctx);
  const clara = await join(ctx, pilot, 'clara.exampleton');
  await installApp(ctx, clara);
  return { ctx, pilot, clara };
}

/** So much time passes, with everything that is done meanwhile: the worker's work each second, the tick's each minute. */
async function pass(ctx: TestContext, seconds: number): Promise<PersonId[]> {
  const told: PersonId[] = [];
  for (let left = seconds; left > 0; left -= 60) {
    told.push(...(await recoverNow(ctx)));
    ctx.clock.advance(Math.min(left, 60) * SECOND_MS);
    told.push(...(await drain(ctx)).map(({ to }) => to));
  }
  return told;
}

async function recoverNow(ctx: TestContext): Promise<PersonId[]> {
  ctx.clock.advance(-60 * SECOND_MS);
  return (await recover(ctx)).map(({ to }) => to);
}

const seen = async ({ ctx, pilot }: Stage) => (await listAnnouncements(ctx, pilot))[0];

describe('an announcement that waits', () => {
  it('truly is sent to nobody while it can be undone, and is then', async () => {
    const stage = await aStage();
    await announce(stage.ctx, stage.pilot, NEWS);
    expect(await drain(stage.ctx)).toEqual([]);
    stage.ctx.clock.advance(UNDO_SECONDS * SECOND_MS - 1);
    expect(await drain(stage.ctx)).toEqual([]);
    expect(stage.ctx.tables.all('deliveries')).toEqual([]);
    expect(await seen(stage)).toMatchObject({ state: 'waiting', tally: { meant: 0 } });
    stage.ctx.clock.advance(1);
    expect((await drain(stage.ctx)).map(({ to }) => to)).toEqual([stage.clara]);
    expect(await seen(stage)).toMatchObject({ state: 'sent', at: '2026-11-23T09:00:30.000Z' });
    expect((await seen(stage))?.sendAt).toBeUndefined();
  });

  it('is undone, once or twice, answers what it said, and goes to nobody', async () => {
    const stage = await aStage();
    const { ctx, pilot } = stage;
    const id = await announce(ctx, pilot, { ...NEWS, status: 'joined' });
    const undone = { ...NEWS, status: 'joined' };
    expect(await callOffAnnouncement(ctx, pilot, id)).toEqual(undone);
    expect(await callOffAnnouncement(ctx, pilot, id)).toEqual(undone);
    expect(await pass(ctx, 300)).toEqual([]);
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
    expect(ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('outbox_'))).toEqual([]);
  });

  it('is stopped as it is undone: nobody has it', async () => {
    const { ctx, pilot } = await aStage();
    await stopAnnouncement(ctx, pilot, await announce(ctx, pilot, NEWS));
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
  });

  it('cannot be undone or changed once it is being sent, and says what can be done', async () => {
    const { ctx, pilot } = await aStage();
    const id = await sendOff(ctx, pilot, NEWS);
    await drain(ctx);
    await expect(callOffAnnouncement(ctx, pilot, id)).rejects.toMatchObject({
      ...{ kind: 'gone', word: 'cohort:announcement.begun' },
    });
    const asked = { asked: NEWS, etag: 'x' };
    await expect(changeAnnouncement(ctx, pilot, id, asked)).rejects.toMatchObject({ kind: 'gone' });
  });

  it('is undone or sent, never both, whoever is first', async () => {
    for (const first of ['undo', 'send'] as const) {
      const { ctx, pilot } = await aStage();
      const id = await announce(ctx, pilot, NEWS);
      ctx.clock.advance(UNDO_SECONDS * SECOND_MS);
      const undo = () =>
        callOffAnnouncement(ctx, pilot, id).then(
          () => 'undone',
          () => 'too late',
        );
      const [undone, sent] =
        first === 'undo'
          ? await Promise.all([undo(), drain(ctx)])
          : await Promise.all([drain(ctx), undo()]).then(([told, said]) => [said, told] as const);
      const late = await drain(ctx);
      expect([undone, sent.length + late.length]).toEqual(
        undone === 'undone' ? ['undone', 0] : ['too late', 1],
      );
    }
  });

  it('is whole after a crash at any write of its beginning, and nobody hears it twice', async () => {
    for (let writes = 0; ; writes++) {
      const { ctx, pilot, clara } = await aStage();
      const id = await sendOff(ctx, pilot, NEWS);
      const dying = aDyingProcess(ctx, writes);
      const begin = async () => {
        for (let step = 0; step < 2; step++)
          await announcementChores.sendAnnouncement(dying, {
            ...{ kind: 'sendAnnouncement', cohort: pilot.cohort, announcement: id },
          });
      };
      await untilDeath(begin());
      expect((await recover(ctx)).map(({ to }) => to)).toEqual([clara]);
      if (!dying.tables.hasCrashed) break;
    }
  });

  it('goes to nobody once whoever wrote it does not run the cohort any more', async () => {
    const stage = await aStage();
    const { ctx, pilot } = stage;
    await announce(ctx, pilot, NEWS);
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['champion']);
    const other = asId<PersonId>('ruth');
    rows.create('champion', other, { since: asId('2026-11-23T09:00:00.000Z') });
    rows.remove('champion', pilot.person);
    await rows.commit();
    expect(await pass(ctx, 60)).toEqual([]);
    expect(await listAnnouncements(ctx, { ...pilot, person: other })).toMatchObject([
      { state: 'stopped', people: 0 },
    ]);
  });

  it('without a moment waits until it has one', async () => {
    const { ctx, pilot } = await aStage();
    const rows = await Partition.openCohort(ctx, pilot.cohort, []);
    const announcement = asId<AnnouncementId>('a1');
    const at = asId<never>('2026-11-23T09:00:00.000Z');
    rows.create('announcement', 'a1', { ...NEWS, announcement, by: pilot.person, at, state: 'waiting' });
    rows.tell({ kind: 'sendAnnouncement', cohort: pilot.cohort, announcement });
    await rows.commit();
    expect(await pass(ctx, 300)).toEqual([]);
    expect(await listAnnouncements(ctx, pilot)).toMatchObject([{ state: 'waiting' }]);
  });
});

describe('an announcement for a day to come', () => {
  const sendAt = '2026-11-23T12:34:00.000Z';

  it('is sent at its minute, to whoever is there then', async () => {
    const stage = await aStage();
    const { ctx, pilot } = stage;
    await announce(ctx, pilot, { ...NEWS, status: 'joined', sendAt });
    expect(await pass(ctx, 60)).toEqual([]);
    expect(await seen(stage)).toMatchObject({ state: 'waiting', sendAt });
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    await installApp(ctx, aisha);
    ctx.clock.set('2026-11-23T12:33:30.000Z');
    expect(await recoverNow(ctx)).toEqual([]);
    ctx.clock.set('2026-11-23T12:33:59.000Z');
    expect(await drain(ctx)).toEqual([]);
    ctx.clock.set(sendAt);
    expect((await drain(ctx)).map(({ to }) => to).sort()).toEqual([stage.clara, aisha].sort());
  });

  it('may find nobody yet', async () => {
    const { ctx, pilot } = await aStage();
    const paired = { ...NEWS, status: 'paired' as const };
    await expect(announce(ctx, pilot, paired)).rejects.toMatchObject({ word: 'cohort:announcement.nobody' });
    await announce(ctx, pilot, { ...paired, sendAt });
    expect(await pass(ctx, 4 * 3_600)).toEqual([]);
    expect(await listAnnouncements(ctx, pilot)).toMatchObject([{ state: 'stopped', people: 0 }]);
  });

  it('is changed, also to another time, by whoever saw how it stands', async () => {
    const stage = await aStage();
    const { ctx, pilot, clara } = stage;
    const id = await announce(ctx, pilot, { ...NEWS, sendAt });
    const etag = (await seen(stage))?.etag ?? '';
    const asked = { ...NEWS, title: 'We start late', sendAt: '2026-11-23T13:00:00.000Z' };
    await changeAnnouncement(ctx, pilot, id, { asked, etag });
    await expect(changeAnnouncement(ctx, pilot, id, { asked, etag })).rejects.toThrow('changed');
    expect(await seen(stage)).toMatchObject({ title: 'We start late', state: 'waiting' });
    ctx.clock.set('2026-11-23T12:40:00.000Z');
    expect(await recoverNow(ctx)).toEqual([]);
    ctx.clock.set('2026-11-23T13:00:00.000Z');
    expect(await recoverNow(ctx)).toEqual([clara]);
    expect(await pass(ctx, 120)).toEqual([]);
  });

  it('stands before all others, the next one first', async () => {
    const { ctx, pilot } = await aStage();
    await announce(ctx, pilot, { ...NEWS, title: 'Third', sendAt: '2026-11-25T12:00:00.000Z' });
    await announce(ctx, pilot, { ...NEWS, title: 'Second', sendAt: '2026-11-24T12:00:00.000Z' });
    await announce(ctx, pilot, { ...NEWS, title: 'First' });
    await pass(ctx, 60);
    await announce(ctx, pilot, { ...NEWS, title: 'Now' });
    const titles = (await listAnnouncements(ctx, pilot)).map(({ title }) => title);
    expect(titles).toEqual(['Now', 'Second', 'Third', 'First']);
  });
});

describe('who gets an announcement', () => {
  it('is one team, as the import has it', async () => {
    const { ctx, pilot, clara } = await aStage();
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    for (const [person, department] of [
      [clara, 'Tax'],
      [aisha, 'Audit'],
    ] as const) {
      const own = await Partition.open(ctx, 'people', person);
      const said = own.find('said', pilot.cohort)?.value;
      if (said) own.put('said', pilot.cohort, { ...said, department });
      await own.commit();
    }
    expect(await listTeams(ctx, pilot)).toEqual([
      { team: 'Audit', people: 1 },
      { team: 'Tax', people: 1 },
    ]);
    expect(await countAudience(ctx, pilot, { ...NEWS, team: 'Audit' })).toMatchObject({ noApp: 1 });
    await sendOff(ctx, pilot, { ...NEWS, team: 'Tax' });
    await drain(ctx);
    expect((await listAnnouncements(ctx, pilot))[0]).toMatchObject({ team: 'Tax', people: 1 });
  });

  it('is typed where they are many, and typed anew where that changed meanwhile', async () => {
    const { ctx, pilot } = await aStage();
    const many = Array.from({ length: MANY_PEOPLE + 2 }, (_, n) => asId<PersonId>(`p${n}`));
    for (const [n, person] of many.entries()) {
      const rows = await Partition.openCohort(ctx, pilot.cohort, []);
      rows.create('member', person, { role: 'mentor', state: 'joined', waiting: false });
      await rows.commit();
      if (n > 0) await installApp(ctx, person);
    }
    const send = (count?: number) => announce(ctx, pilot, { ...NEWS, ...(count !== undefined && { count }) });
    const count = MANY_PEOPLE + 2;
    await expect(send()).rejects.toMatchObject({ word: 'cohort:announcement.typeIt', values: { count } });
    await installApp(ctx, asId<PersonId>('p0'));
    await expect(send(count)).rejects.toMatchObject({
      ...{ kind: 'conflict', word: 'cohort:announcement.moved', values: { count: count + 1 } },
    });
    await send(count + 1);
    expect(await listAnnouncements(ctx, pilot)).toHaveLength(1);
  });
});

describe('a test to oneself', () => {
  it('is the very card, for its writer alone, and kept nowhere as an announcement', async () => {
    const { ctx, pilot } = await aStage();
    await installApp(ctx, pilot.person);
    ctx.clock.set('2026-11-22T03:00:00.000Z');
    await tryAnnouncement(ctx, pilot, NEWS, 'a press');
    await tryAnnouncement(ctx, pilot, NEWS, 'a press');
    const { title, text } = NEWS;
    const view = { cohortName: 'Finance pilot', from: 'Noor Prøve', title, text };
    expect(await drain(ctx)).toEqual([
      { to: pilot.person, view: { kind: 'announcementTest', cohort: pilot.cohort, ...view } },
    ]);
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
    ctx.clock.advance(10 * SECOND_MS);
    expect(await drain(ctx)).toEqual([]);
    expect(JSON.stringify(ctx.tables.all('people'))).not.toContain('Welcome');
    expect(JSON.stringify(ctx.tables.all('cohorts'))).not.toContain('Welcome');
  });

  it('needs the chat with the bot, and says so', async () => {
    const { ctx, pilot } = await aStage();
    const trying = tryAnnouncement(ctx, pilot, NEWS);
    await expect(trying).rejects.toMatchObject({ word: 'cohort:announcement.noChat' });
  });
});

describe('what could not be shown', () => {
  it('is refused before it is kept, however it comes', async () => {
    const { ctx, pilot } = await aStage();
    const image = { address: 'http://x.example/a.png', alt: 'A cake' };
    const wrong = { ...NEWS, image };
    const reader = { locale: 'en', timeZone: 'UTC' };
    for (const asking of [
      announce(ctx, pilot, wrong),
      tryAnnouncement(ctx, pilot, wrong),
      drawDraft(ctx, pilot, wrong, reader),
    ])
      await expect(asking).rejects.toMatchObject({ word: 'cohort:announcement.imageAddress' });
    const long = { ...NEWS, text: '\u4e09'.repeat(4000), title: '\u4e09'.repeat(120) };
    const address = `https://x.example/${'\u4e09'.repeat(900)}`;
    const buttons = [
      { title: 'A', address },
      { title: 'B', address },
    ];
    expect(JSON.stringify(await drawDraft(ctx, pilot, long, reader))).toContain('\u4e09');
    const tooMuch = {
      ...long,
      text: '\u4e09\n'.repeat(39) + long.text.slice(80),
      buttons,
      image: { address, alt: 'x' },
    };
    await expect(announce(ctx, pilot, tooMuch)).rejects.toMatchObject({
      word: 'cohort:announcement.tooLarge',
    });
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
  });
});

it('its words are its writer’s: another champion calls it off, and changes or corrects nothing', async () => {
  const { ctx, pilot } = await aStage();
  const other = { ...pilot, person: asId<PersonId>('ruth') };
  const rows = await Partition.openCohort(ctx, pilot.cohort, []);
  rows.create('champion', other.person, { since: asId('2026-11-23T09:00:00.000Z') });
  await rows.commit();
  const notTheirs = { kind: 'conflict', word: 'cohort:announcement.notYours' };
  const waiting = await announce(ctx, pilot, NEWS);
  const etag = (await listAnnouncements(ctx, pilot))[0]?.etag ?? '';
  const said = { asked: { ...NEWS, text: 'Goodbye' }, etag };
  await expect(changeAnnouncement(ctx, other, waiting, said)).rejects.toMatchObject(notTheirs);
  await callOffAnnouncement(ctx, other, waiting);
  const out = await sendOff(ctx, pilot, NEWS);
  await drain(ctx);
  const correcting = correctAnnouncement(ctx, other, out, said);
  await expect(correcting).rejects.toMatchObject(notTheirs);
});

it('no number tells who said no: they count as invited, and hear nothing', async () => {
  const stage = await aStage();
  const { ctx, pilot, clara } = stage;
  const findVera = async () => {
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['member']);
    const vera = rows.list('member').find(({ id }) => id !== clara);
    if (!vera) throw new Error('nobody else is in this cohort');
    return { rows, ...vera };
  };
  const become = async (state: 'invited' | 'passed') => {
    const { rows, id, value } = await findVera();
    rows.put('member', id, { ...value, state });
    await rows.commit();
  };
  await become('invited');
  const before = await countAudience(ctx, pilot, NEWS);
  await become('passed');
  expect(await countAudience(ctx, pilot, NEWS)).toEqual(before);
  await installApp(ctx, asId<PersonId>((await findVera()).id));
  await sendOff(ctx, pilot, NEWS);
  expect((await drain(ctx)).map(({ to }) => to)).toEqual([clara]);
});

it('nothing of it is anybody else’s: each of these is refused to who does not run the cohort', async () => {
  const { ctx, pilot, clara } = await aStage();
  const id = await announce(ctx, pilot, NEWS);
  const at = { ...pilot, person: clara };
  const refused = { word: 'cohort:notYours' };
  await expect(callOffAnnouncement(ctx, at, id)).rejects.toMatchObject(refused);
  await expect(changeAnnouncement(ctx, at, id, { asked: NEWS, etag: '' })).rejects.toMatchObject(refused);
  await expect(tryAnnouncement(ctx, at, NEWS)).rejects.toMatchObject(refused);
  await expect(countAudience(ctx, at, NEWS)).rejects.toMatchObject(refused);
  await expect(listTeams(ctx, at)).rejects.toMatchObject(refused);
});
