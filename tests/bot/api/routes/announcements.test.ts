import { describe, expect, it } from 'vitest';
import type { Announcements } from '#api/contract/announcements.ts';
import { asId } from '#domain/basics/ids.ts';
import { FINANCE, importPeople } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { aChampionAsking } from './cohortCalls.ts';

const NEWS = { title: 'Hello', text: 'We start', audience: 'everyone' };

describe('announcements over the API', () => {
  it('are looked at first, then sent, and answer which one it was', async () => {
    const ctx = aContext();
    const { post, cohort, noor } = await aChampionAsking(ctx);
    await importPeople(ctx, { cohort: asId(cohort), person: noor.person }, FINANCE);
    await post('invite', {});
    expect(await post('previewAnnouncement', NEWS)).toMatchObject({ recipients: 12, withoutApp: 12 });
    expect(await post('announcements')).toEqual({ announcements: [] });
    const answer = await post('announce', NEWS);
    expect(answer).toEqual({ announcement: expect.any(String) });
    const { announcements } = (await post('announcements')) as unknown as { announcements: object[] };
    expect(announcements).toMatchObject([{ ...answer, ...NEWS, state: 'sent', replies: [] }]);
    expect(announcements[0]).toHaveProperty('deliveries.length', 12);
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
