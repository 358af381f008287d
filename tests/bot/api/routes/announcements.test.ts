import { describe, expect, it } from 'vitest';
import type {
  Announced,
  AnnouncementPreview,
  Announcements,
  Deliveries,
} from '#api/contract/announcements.ts';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { newsDrawer } from '#teams/cards/newsDrawer.ts';
import {
  drain,
  FINANCE,
  importPeople,
  installApp,
  personNamed,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { wordsFor } from '#words/words.ts';
import { aChampionAsking } from './cohortCalls.ts';

const NEWS = { title: 'Hello', text: 'We start', audience: 'everyone' };

describe('announcements over the API', () => {
  it('are looked at first, then sent, and answer which one it was', async () => {
    const ctx = aContext();
    const { post, cohort, noor } = await aChampionAsking(ctx);
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, FINANCE);
    await post('invite', {});
    expect(await post('audience', NEWS)).toMatchObject({ recipients: 0, noApp: 12 });
    expect(await post('announcements')).toEqual({ announcements: [] });
    const answer = await post('announce', NEWS);
    expect(answer).toEqual({ announcement: expect.any(String) });
    const listed = async () => ((await post('announcements')) as unknown as Announcements).announcements;
    const known = { ...answer, ...NEWS, replies: [] };
    expect(await listed()).toMatchObject([
      { ...known, state: 'waiting', sendAt: '2026-11-23T09:00:30.000Z', counts: { meant: 0 } },
    ]);
    ctx.clock.advance(UNDO_SECONDS * 1_000);
    await drain(ctx);
    const counts = { meant: 0, notMeant: 12, onTheWay: 0, sent: 0, failed: 0 };
    expect(await listed()).toMatchObject([{ ...known, state: 'sent', counts }]);
  });

  it('say of 120 people what became of it fifty at a time, by name, and find them all by name', async () => {
    const ctx = aContext();
    const { post, call, noor, cohort } = await aChampionAsking(ctx);
    const lines = Array.from({ length: 120 }, (_, n) => `Person ${120 - n},p${n}@x.example,mentor`);
    const file = ['name,mail,role', 'Ärmel Zo\u0301e,zoe@x.example,mentor', ...lines].join('\n');
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, file);
    await post('invite', {});
    await drain(ctx);
    const { announcement } = await post('announce', NEWS);
    ctx.clock.advance(UNDO_SECONDS * 1_000);
    await drain(ctx);
    const ask = async (query: object) =>
      (await call(noor, 'deliveries', { params: { cohort, announcement }, query })) as unknown as Deliveries;
    const names: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Deliveries = await ask({ from: String(from) });
      expect(page.deliveries.length).toBeLessThanOrEqual(50);
      expect(page.found).toBe(121);
      names.push(...page.deliveries.map(({ name }) => name));
      from = page.more;
    }
    expect(names).toEqual(['Ärmel Zóe', ...Array.from({ length: 120 }, (_, n) => `Person ${n + 1}`)]);
    const found = await ask({ find: ' zoe ARMEL' });
    expect(found).toMatchObject({ found: 1, deliveries: [{ reason: expect.any(String), isMeant: false }] });
    expect(await ask({ find: 'person 12' })).toMatchObject({ found: 3 });
    expect(await ask({ from: '500' })).toEqual({ deliveries: [], found: 121 });
    await expect(ask({ from: '-1' })).rejects.toThrow();
  });

  it('name those it was not for last, on whichever page that is, and count them nowhere else', async () => {
    const ctx = aContext();
    const { post, call, noor, cohort } = await aChampionAsking(ctx);
    const at = { cohort: asId<CohortId>(cohort), person: noor.person };
    const lines = Array.from({ length: 70 }, (_, n) => `Person ${n},p${n}@turntable.example,mentor`);
    await importPeople(ctx, at, ['name,mail,role', ...lines].join('\n'));
    await post('invite', {});
    for (let n = 0; n < 70; n += 2) await installApp(ctx, await personNamed(ctx, `p${n}`));
    await saveSettings(ctx, await personNamed(ctx, 'p0'), { newsMuted: true });
    const { announcement } = await post('announce', NEWS);
    ctx.clock.advance(UNDO_SECONDS * 1_000);
    await drain(ctx);
    const ask = async (from: number) =>
      (await call(noor, 'deliveries', {
        params: { cohort, announcement },
        query: { from: String(from) },
      })) as unknown as Deliveries;
    const all = [...(await ask(0)).deliveries, ...(await ask(50)).deliveries];
    expect(all.map(({ isMeant }) => isMeant)).toEqual([
      ...Array.from({ length: 34 }, () => true),
      ...Array.from({ length: 36 }, () => false),
    ]);
    expect(all[34]?.name).toBe('Person 0');
    const { announcements } = (await post('announcements')) as unknown as Announcements;
    expect(announcements[0]?.counts).toEqual({
      ...{ meant: 34, notMeant: 36, sent: 34, failed: 0, unknown: 0 },
      ...{ onTheWay: 0, quiet: 0, amended: 0, notAmended: 0 },
    });
  });

  it('come so many at a time, newest first, each once', async () => {
    const ctx = aContext();
    const { post, call, noor, cohort } = await aChampionAsking(ctx);
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, FINANCE);
    await post('invite', {});
    for (let n = 0; n < 23; n++) {
      await post('announce', { ...NEWS, title: `News ${n}` });
      ctx.clock.advance(60_000);
      await drain(ctx);
    }
    const titles: string[][] = [];
    for (let before: string | undefined = ''; before !== undefined; ) {
      const query = before ? { before } : {};
      const page = (await call(noor, 'announcements', {
        params: { cohort },
        query,
      })) as unknown as Announcements;
      titles.push(page.announcements.map(({ title }) => title));
      before = page.more;
    }
    expect(titles.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(titles.flat()).toEqual(Array.from({ length: 23 }, (_, n) => `News ${22 - n}`));
  });

  it('are drawn as Teams is given them, and refused in a sentence where that cannot be', async () => {
    const ctx = aContext({
      drawNews: newsDrawer({ wordsFor, teamsAppId: 'app', appId: 'bot', publicUrl: 'https://x.example' }),
    });
    const { post } = await aChampionAsking(ctx);
    const buttons = [{ title: 'Recipe', address: 'https://x.example/recipe' }];
    const { card } = (await post('previewAnnouncement', {
      ...NEWS,
      buttons,
    })) as unknown as AnnouncementPreview;
    expect(card).toMatchObject({ type: 'AdaptiveCard', actions: [{ url: buttons[0]?.address }, {}, {}] });
    const wrong = { ...NEWS, buttons: [{ title: 'Recipe', address: 'http://x.example' }] };
    const refused = { word: 'cohort:announcement.buttonAddress', values: { title: 'Recipe' } };
    await expect(post('previewAnnouncement', wrong)).rejects.toMatchObject(refused);
    await expect(post('announce', wrong)).rejects.toMatchObject(refused);
  });

  it('wait until they are sent: changed, called off, and afterwards corrected and taken back', async () => {
    const ctx = aContext();
    const { post, call, noor, cohort } = await aChampionAsking(ctx);
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, FINANCE);
    await post('invite', {});
    await drain(ctx);
    const newest = async () => ((await post('announcements')) as unknown as Announcements).announcements[0];
    const change = (name: string, body: object, announcement: string, etag = '') =>
      call(noor, name, { body, params: { cohort, announcement }, etag });
    const sendAt = '2026-11-23T10:00:00.000Z';
    const { announcement: id } = (await post('announce', { ...NEWS, sendAt })) as unknown as Announced;
    expect(await newest()).toMatchObject({ state: 'waiting', sendAt, waitsMs: 3_600_000 });
    await expect(change('changeAnnouncement', NEWS, id, 'old')).rejects.toThrow('changed');
    await change('changeAnnouncement', { ...NEWS, title: 'Hi' }, id, (await newest())?.etag);
    expect(await newest()).toMatchObject({ title: 'Hi', state: 'waiting', waitsMs: 30_000 });
    expect(await change('callOffAnnouncement', {}, id)).toMatchObject({ title: 'Hi', audience: 'everyone' });
    expect(await newest()).toBeUndefined();
    const { announcement: sent } = (await post('announce', NEWS)) as unknown as Announced;
    ctx.clock.advance(UNDO_SECONDS * 1_000);
    await drain(ctx);
    await change('correctAnnouncement', { ...NEWS, text: 'We begin' }, sent, (await newest())?.etag);
    expect(await newest()).toMatchObject({ text: 'We begin', corrected: '2026-11-23T09:00:30.000Z' });
    await change('recallAnnouncement', {}, sent);
    expect(await newest()).toMatchObject({ state: 'recalled', counts: { onTheWay: 0 } });
  });

  it('list of one group nobody else', async () => {
    const ctx = aContext();
    const { post, call, noor, cohort } = await aChampionAsking(ctx);
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, FINANCE);
    await post('invite', {});
    await installApp(ctx, await personNamed(ctx, 'clara.exampleton'));
    await drain(ctx);
    const { announcement } = (await post('announce', NEWS)) as unknown as Announced;
    ctx.clock.advance(UNDO_SECONDS * 1_000);
    await drain(ctx);
    const found = async (which: string) => {
      const asked = { params: { cohort, announcement }, query: { which } };
      return ((await call(noor, 'deliveries', asked)) as unknown as Deliveries).found;
    };
    const groups = ['all', 'sent', 'notMeant', 'failed', 'unknown', 'onTheWay'];
    expect(await Promise.all(groups.map(found))).toEqual([12, 1, 11, 0, 0, 0]);
    await expect(found('anything')).rejects.toThrow();
  });
});
