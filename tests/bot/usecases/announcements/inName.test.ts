import { beforeEach, describe, expect, it } from 'vitest';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import type { AnnouncementId, PersonId } from '#domain/basics/ids.ts';
import {
  aDyingProcess,
  drain,
  type Pilot,
  recover,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aBackedPilot, RUTH } from '#tests/bot/usecases/sponsors/sponsorStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import {
  announceAsSponsor,
  answerInName,
  askInName,
  getBacking,
  settledInName,
  takeBackInName,
} from '#usecases/announcements/inName.ts';
import { listAnnouncements } from '#usecases/announcements/view.ts';
import { getMe } from '#usecases/home/me.ts';
import { removeSponsor } from '#usecases/sponsors/sponsors.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

const NEWS = {
  title: 'Half-time',
  text: 'Three months, and **so much** heard.',
  audience: 'everyone' as const,
};

let ctx: TestContext;
let pilot: Pilot & { ruth: Pilot; people: PersonId[] };
beforeEach(async () => {
  ctx = aContext();
  pilot = await aBackedPilot(ctx);
  await drain(ctx);
});

const ask = (news: typeof NEWS = NEWS) => askInName(ctx, pilot, news, 'press-1');
const answer = (announcement: AnnouncementId, said: 'send' | 'no', word = '') =>
  answerInName(ctx, pilot.ruth, { announcement, answer: said, word });
/** All that is told once there was time to undo it. */
async function settled() {
  const told = await drain(ctx);
  ctx.clock.advance(UNDO_SECONDS * 1_000);
  return [...told, ...(await drain(ctx))];
}
const heard = async () => (await settled()).map(({ to, view }) => ({ to, ...view }));
const state = async () => (await getBacking(ctx, pilot)).inName[0];

describe('words in the sponsor’s name', () => {
  it('are refused where a card has no look for them, before the sponsor is asked', async () => {
    await expect(ask({ ...NEWS, text: '# Half-time' })).rejects.toThrow('cohort:announcement.markup');
    expect(await state()).toBeUndefined();
    expect(await heard()).toEqual([]);
  });

  it('wait for the sponsor, who alone is told', async () => {
    const id = await ask();
    expect(await ask()).toBe(id);
    expect(await heard()).toMatchObject([
      { to: pilot.ruth.person, kind: 'inName', from: 'Noor Prøve', ...NEWS },
    ]);
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
    const { backs } = await getMe(ctx, { person: pilot.ruth.person, roles: [] });
    expect(backs).toMatchObject([{ waiting: 1 }]);
  });

  it('are sent by the sponsor’s yes exactly as they were agreed to, in their name, once', async () => {
    const id = await ask();
    await drain(ctx);
    expect(await answer(id, 'send')).toMatchObject({ state: 'agreed' });
    expect(await answer(id, 'send')).toMatchObject({ state: 'agreed' });
    expect(await answer(id, 'no', 'Too late')).toMatchObject({ state: 'agreed' });
    const told = await heard();
    const news = told.filter(({ kind }) => kind === 'announcement');
    expect(news.map(({ to }) => to).sort()).toEqual([...pilot.people].sort());
    for (const one of news)
      expect(one).toMatchObject({ from: RUTH.name, title: NEWS.title, text: NEWS.text });
    expect(told.filter(({ kind }) => kind === 'inNameAnswered')).toMatchObject([
      { to: pilot.person, sponsor: RUTH.name, answer: 'agreed', word: '' },
    ]);
    expect(await heard()).toEqual([]);
  });

  it('are sent to nobody by a no, whose word comes back to the champion', async () => {
    const id = await ask();
    await drain(ctx);
    expect(await answer(id, 'no', ' Shorter, please. ')).toMatchObject({ state: 'declined' });
    expect(await heard()).toMatchObject([
      { to: pilot.person, kind: 'inNameAnswered', answer: 'declined', word: 'Shorter, please.' },
    ]);
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
    expect(await state()).toMatchObject({
      state: 'declined',
      word: 'Shorter, please.',
      byName: 'Noor Prøve',
    });
  });

  it('are agreed to by nobody but the sponsor, not by the champion who wrote them', async () => {
    const announcement = await ask();
    for (const person of [pilot.person, ...pilot.people]) {
      const said = answerInName(
        ctx,
        { cohort: pilot.cohort, person },
        { announcement, answer: 'send', word: '' },
      );
      await expect(said).rejects.toThrow('cohort:notYours');
    }
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
  });

  it('are taken back by a champion before the yes, and then no yes sends them', async () => {
    const id = await ask();
    await takeBackInName(ctx, pilot, id);
    await takeBackInName(ctx, pilot, id);
    expect(await heard()).toEqual([]);
    expect(await answer(id, 'send')).toMatchObject({ state: 'takenBack' });
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
    const settled = await settledInName(ctx, pilot.ruth.person, { id: pilot.cohort, part: id });
    expect(settled).toMatchObject([{ facts: { state: 'takenBack' } }]);
  });

  it('cannot be taken back once they were answered', async () => {
    const id = await ask();
    await answer(id, 'send');
    await expect(takeBackInName(ctx, pilot, id)).rejects.toThrow('cohort:inName.answered');
  });

  it('wait for nobody once the sponsor is taken off', async () => {
    const id = await ask();
    await removeSponsor(ctx, pilot, pilot.ruth.person);
    await expect(answer(id, 'send')).rejects.toThrow('cohort:notYours');
    expect(await state()).toMatchObject({ state: 'takenBack' });
    await expect(askInName(ctx, pilot, NEWS, 'another')).rejects.toThrow('cohort:inName.nobody');
    expect(await heard()).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    'end at one answer when yes, no and taking back come at once (order %i)',
    async (seed) => {
      const id = await ask();
      await drain(ctx);
      const own = () => readingOnce(shuffled(ctx, seed));
      const said = (one: 'send' | 'no') =>
        answerInName(own(), pilot.ruth, { announcement: id, answer: one, word: '' });
      await Promise.allSettled([said('send'), said('no'), takeBackInName(own(), pilot, id)]);
      const told = (await heard()).filter(({ kind }) => kind === 'announcement');
      const isAgreed = (await state())?.state === 'agreed';
      expect(told).toHaveLength(isAgreed ? pilot.people.length : 0);
    },
  );

  it.each(Array.from({ length: 8 }, (_, n) => n + 1))(
    'are sent once wherever the process dies: write %i',
    async (writes) => {
      const id = await ask();
      await drain(ctx);
      const dying = aDyingProcess(ctx, writes);
      const said = { announcement: id, answer: 'send', word: '' } as const;
      await untilDeath(answerInName(readingOnce(dying), pilot.ruth, said));
      const told = await recover(ctx);
      await answer(id, 'send');
      const all = [...told, ...(await settled())].filter(({ view }) => view.kind === 'announcement');
      expect(all.map(({ to }) => to).sort()).toEqual([...pilot.people].sort());
    },
  );
});

describe('a message of the sponsor’s own', () => {
  it('goes out in their name once there was time to undo it, and once for one press', async () => {
    await announceAsSponsor(ctx, pilot.ruth, NEWS, 'mine');
    await announceAsSponsor(ctx, pilot.ruth, NEWS, 'mine');
    const told = await heard();
    expect(told).toHaveLength(pilot.people.length);
    for (const one of told) expect(one).toMatchObject({ kind: 'announcement', from: RUTH.name });
    await expect(announceAsSponsor(ctx, pilot, NEWS, 'not mine')).rejects.toThrow('cohort:notYours');
  });

  it('thanks those who went first, and nobody else', async () => {
    await announceAsSponsor(ctx, pilot.ruth, { ...NEWS, audience: 'firstMovers' }, 'thanks');
    expect((await heard()).map(({ to }) => to).sort()).toEqual([...pilot.people].sort());
  });
});
