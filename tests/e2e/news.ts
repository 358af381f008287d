import type { AnnouncementView } from '#api/contract/announcements.ts';
import type { InsightsView } from '#api/contract/insights.ts';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import type { Cast } from './cast.ts';
import { cohortOf } from './enrolling.ts';

const NEWS = { title: 'Halfway', text: 'We meet on Thursday in the garden.', audience: 'everyone' };
const REPLY = 'I bring the cake';

export const newsOf = async (cast: Cast): Promise<AnnouncementView | undefined> => {
  const route = `GET /api/cohorts/${await cohortOf(cast)}/announcements`;
  return (await cast.noor.ask<{ announcements: AnnouncementView[] }>(route)).announcements[0];
};

export async function announce(cast: Cast): Promise<void> {
  const path = `/api/cohorts/${await cohortOf(cast)}/announcements`;
  if (!(await newsOf(cast))) {
    await cast.noor.ask(`POST ${path}/preview`, NEWS);
    await cast.noor.ask(`POST ${path}`, NEWS);
    await cast.advance(UNDO_SECONDS * 1_000);
  }
  await cast.settle();
}

/** The first who has the card replies on it. */
export async function reply(cast: Cast): Promise<void> {
  await cast.until('somebody replies', async () => {
    const news = await newsOf(cast);
    if ((news?.replies.length ?? 0) > 0) return true;
    for (const who of [cast.meera, cast.diego, cast.clara, cast.aisha]) {
      const button = await who.findButton('announcement.reply', { announcement: news?.announcement });
      if (button) {
        await who.press(button, { text: REPLY });
        break;
      }
    }
    return false;
  });
  await cast.settle();
}

export const insightsOf = async (cast: Cast): Promise<InsightsView> =>
  cast.noor.ask<InsightsView>(`GET /api/cohorts/${await cohortOf(cast)}/insights`);
