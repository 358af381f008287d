import { describe, expect, it } from 'vitest';
import { FINANCE } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { aChampionAsking } from './cohortCalls.ts';

const NEWS = { title: 'Hello', text: 'We start', audience: 'everyone' };

describe('announcements over the API', () => {
  it('are looked at first, then sent, and answer which one it was', async () => {
    const { post } = await aChampionAsking(aContext());
    await post('importMembers', { csv: FINANCE });
    await post('invite', {});
    expect(await post('previewAnnouncement', NEWS)).toMatchObject({ recipients: 12, withoutApp: 12 });
    expect(await post('announcements')).toEqual({ announcements: [] });
    const answer = await post('announce', NEWS);
    expect(answer).toEqual({ announcement: expect.any(String) });
    const { announcements } = (await post('announcements')) as unknown as { announcements: object[] };
    expect(announcements).toMatchObject([{ ...answer, ...NEWS, state: 'sent', replies: [] }]);
    expect(announcements[0]).toHaveProperty('deliveries.length', 12);
  });
});
