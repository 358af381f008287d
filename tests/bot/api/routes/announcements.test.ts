import { describe, expect, it } from 'vitest';
import type { Announcements, Deliveries } from '#api/contract/announcements.ts';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import {
  drain,
  FINANCE,
  importPeople,
  installApp,
  personNamed,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { aChampionAsking } from './cohortCalls.ts';

const NEWS = { title: 'Hello', text: 'We start', audience: 'everyone' };

describe('announcements over the API', () => {
  it('are looked at first, then sent, and answer which one it was', async () => {
    const ctx = aContext();
    const { post, cohort, noor } = await aChampionAsking(ctx);
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, FINANCE);
    await post('invite', {});
    expect(await post('previewAnnouncement', NEWS)).toMatchObject({ recipients: 0, leftOut: 12 });
    expect(await post('announcements')).toEqual({ announcements: [] });
    const answer = await post('announce', NEWS);
    expect(answer).toEqual({ announcement: expect.any(String) });
    const listed = async () => ((await post('announcements')) as unknown as Announcements).announcements;
    const known = { ...answer, ...NEWS, replies: [] };
    expect(await listed()).toMatchObject([
      { ...known, state: 'sending', counts: { meant: 12, onTheWay: 12 } },
    ]);
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
      ...{ onTheWay: 0, quiet: 0 },
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
});
