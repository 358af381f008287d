import { describe, expect, it } from 'vitest';
import { type AnnouncementId, asId, type PersonId } from '#domain/basics/ids.ts';
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
import { countAudience } from '#usecases/announcements/reach.ts';
import { listAllReplies, replyToAnnouncement } from '#usecases/announcements/replies.ts';
import { announcementChores, retryAnnouncement, stopAnnouncement } from '#usecases/announcements/sending.ts';
import { findDeliveries, listAnnouncements } from '#usecases/announcements/view.ts';
import { getInsights } from '#usecases/insights/insights.ts';
import { markChannel } from '#usecases/people/people.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { sendOff } from './sendOff.ts';

const NEWS = { title: 'We start', text: 'Welcome, <b>everybody</b> 🎉', audience: 'everyone' as const };
const JOINED = ['clara.exampleton', 'aisha.specimen', 'meera.namoona'];

async function aRunningPilot(ctx: TestContext): Promise<Pilot & { people: PersonId[] }> {
  const pilot = await aFullPilot(ctx);
  const people: PersonId[] = [];
  for (const name of JOINED) people.push(await join(ctx, pilot, name));
  for (const person of people.slice(0, 2)) await installApp(ctx, person);
  await installApp(ctx, pilot.person);
  return { ...pilot, people };
}

/** What became of the newest one for each person, as a champion reads it. */
async function sentTo(ctx: TestContext, pilot: Pilot) {
  const [newest] = await listAnnouncements(ctx, pilot);
  const id = newest?.announcement ?? asId('none');
  return findDeliveries(ctx, pilot, { id, find: '', which: 'all', locale: 'en' });
}

/** What the outbox does for it next: first who gets it is fixed, then it waits for each. */
const begin = (ctx: Context, { cohort }: Pilot, announcement: AnnouncementId) =>
  announcementChores.sendAnnouncement(ctx, { kind: 'sendAnnouncement', cohort, announcement });

describe('an announcement', () => {
  it('is counted before: how many it reaches, and who has no app yet', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const reach = await countAudience(ctx, pilot, NEWS);
    expect(reach).toEqual({ recipients: 2, notJoined: 0, noApp: 1, leftOut: 0 });
    const toMentors = await countAudience(ctx, pilot, { audience: 'mentors' });
    expect(toMentors).toMatchObject({ recipients: 1, noApp: 1 });
    expect(await drain(ctx)).toEqual([]);
    expect(await listAnnouncements(ctx, pilot)).toEqual([]);
  });

  it('is counted without those who muted news or are out of reach: it goes to as many as it says', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const [clara, aisha, meera] = pilot.people as [PersonId, PersonId, PersonId];
    await installApp(ctx, meera);
    await saveSettings(ctx, clara, { newsMuted: true });
    const row = await ctx.tables.find('cohorts', pilot.cohort, `member_${meera}`);
    const value = { ...row?.value, state: 'invited' };
    const key = `member_${meera}`;
    await ctx.tables.commit('cohorts', pilot.cohort, [{ op: 'replace', key, etag: row?.etag ?? '', value }]);
    const reach = () => countAudience(ctx, pilot, NEWS);
    expect(await reach()).toMatchObject({ recipients: 2, notJoined: 1, leftOut: 1 });
    await sendOff(ctx, pilot, NEWS);
    expect((await drain(ctx)).map(({ to }) => to).sort()).toEqual([aisha, meera].sort());
    await markChannel(ctx, aisha, 'blocked');
    expect(await reach()).toMatchObject({ recipients: 1, notJoined: 1, leftOut: 2 });
  });

  it('is stopped: whoever has not been told is not, also by a message that is under way, and never again', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const announcement = await sendOff(ctx, pilot, NEWS);
    await begin(ctx, pilot, announcement);
    await stopAnnouncement(ctx, pilot, announcement);
    await stopAnnouncement(ctx, pilot, announcement);
    expect(await drain(ctx)).toEqual([]);
    await expect(retryAnnouncement(ctx, pilot, announcement)).rejects.toThrow('cohort:announcement.stopped');
    expect(await listAnnouncements(ctx, pilot)).toMatchObject([{ state: 'stopped' }]);
    const another = await sendOff(ctx, pilot, { ...NEWS, title: 'We go on' });
    await begin(ctx, pilot, another);
    await begin(ctx, pilot, another);
    await stopAnnouncement(ctx, pilot, another);
    expect(await drain(ctx)).toEqual([]);
    expect((await sentTo(ctx, pilot)).map(({ delivery }) => delivery?.state)).not.toContain('sent');
  });

  it('stopped after a crash at any write of its beginning leaves nobody waiting for what does not come', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aRunningPilot(ctx);
      const announcement = await sendOff(ctx, pilot, NEWS);
      await begin(ctx, pilot, announcement);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(begin(dying, pilot, announcement));
      await stopAnnouncement(ctx, pilot, announcement);
      expect(await recover(ctx)).toEqual([]);
      expect(JSON.stringify(ctx.tables.all('deliveries'))).not.toContain('"queued"');
      if (!dying.tables.hasCrashed) break;
    }
  });

  it('reaches everybody who takes part once, and shows a state per person', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const announcement = await sendOff(ctx, pilot, NEWS);
    const sent = await drain(ctx);
    expect(sent.map(({ to }) => to).sort()).toEqual(pilot.people.slice(0, 2).sort());
    expect(sent[0]?.view).toEqual({
      ...{ kind: 'announcement', cohort: pilot.cohort, cohortName: 'Finance pilot', announcement },
      ...{ from: 'Noor Prøve', title: NEWS.title, text: NEWS.text },
    });
    const [seen] = await listAnnouncements(ctx, pilot);
    expect(seen).toMatchObject({ state: 'sent', replies: [] });
    expect(
      (await sentTo(ctx, pilot)).map(
        ({ name, delivery }) => `${name}: ${delivery?.state} ${delivery?.reason}`,
      ),
    ).toEqual(['Aisha Specimen: sent ', 'Clara Exampleton: sent ', 'Meera Namoona: failed notInstalled']);
  });

  it('passes by whoever muted news, and whoever left before it was sent', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const [clara, aisha] = pilot.people as [PersonId, PersonId];
    await saveSettings(ctx, clara, { newsMuted: true });
    await begin(ctx, pilot, await sendOff(ctx, pilot, NEWS));
    const row = await ctx.tables.find('cohorts', pilot.cohort, `member_${aisha}`);
    await ctx.tables.commit('cohorts', pilot.cohort, [
      {
        op: 'replace',
        key: `member_${aisha}`,
        etag: row?.etag ?? '',
        value: { ...row?.value, state: 'left' },
      },
    ]);
    expect(await drain(ctx)).toEqual([]);
    const seen = await sentTo(ctx, pilot);
    expect(seen.map(({ delivery }) => delivery?.reason)).toEqual(['notDue', 'muted', 'notInstalled']);
  });

  it('is refused when nobody would get it', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await expect(sendOff(ctx, pilot, NEWS)).rejects.toMatchObject({ word: 'cohort:announcement.nobody' });
  });

  it('keeps its audience: who joins later is not counted as forgotten', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    await begin(ctx, pilot, await sendOff(ctx, pilot, NEWS));
    await join(ctx, pilot, 'diego.muestra');
    expect(await sentTo(ctx, pilot)).toHaveLength(3);
    expect((await listAnnouncements(ctx, pilot))[0]?.tally).toMatchObject({ meant: 3, onTheWay: 3 });
  });

  it('is for whoever has the app, reads news and takes part; only they are counted', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    await begin(ctx, pilot, await sendOff(ctx, pilot, NEWS));
    const meant = async () => (await sentTo(ctx, pilot)).map(({ name, isMeant }) => `${name}: ${isMeant}`);
    const expected = ['Aisha Specimen: true', 'Clara Exampleton: true', 'Meera Namoona: false'];
    expect(await meant()).toEqual(expected);
    await drain(ctx, { state: 'failed', reason: 'blocked' });
    expect(await meant()).toEqual(expected);
  });

  it('goes once more, at the wish of the champion, to whom it did not reach, and to nobody else', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const [clara, aisha] = pilot.people as [PersonId, PersonId];
    const id = await sendOff(ctx, pilot, NEWS);
    await drain(ctx, { state: 'failed', reason: 'disabled' });
    await markChannel(ctx, aisha, 'open');
    await Promise.all([retryAnnouncement(ctx, pilot, id), retryAnnouncement(ctx, pilot, id)]);
    await retryAnnouncement(ctx, pilot, id);
    expect((await drain(ctx)).map(({ to }) => to).sort()).toEqual([clara, aisha].sort());
    const states = (await sentTo(ctx, pilot)).map(({ delivery }) => delivery?.state);
    expect(states).toEqual(['sent', 'sent', 'failed']);
    await retryAnnouncement(ctx, pilot, id);
    expect(await drain(ctx)).toEqual([]);
  });

  it('is sent again by champions of its cohort alone', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const id = await sendOff(ctx, pilot, NEWS);
    const [clara] = pilot.people as [PersonId];
    await expect(retryAnnouncement(ctx, { ...pilot, person: clara }, id)).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(retryAnnouncement(ctx, pilot, asId('another'))).rejects.toMatchObject({ kind: 'missing' });
  });

  it('is whole after a crash at any write of a repeat, and nobody hears it twice', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aRunningPilot(ctx);
      const id = await sendOff(ctx, pilot, NEWS);
      await drain(ctx, { state: 'failed', reason: 'blocked' });
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(retryAnnouncement(dying, pilot, id));
      const first = await recover(ctx);
      await retryAnnouncement(ctx, pilot, id);
      expect([...first, ...(await recover(ctx))]).toHaveLength(2);
      if (!dying.tables.hasCrashed) break;
    }
  });

  it('is whole after a crash at any write, and nobody hears it twice', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aRunningPilot(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(sendOff(dying, pilot, NEWS));
      const sent = await recover(ctx);
      const all = await listAnnouncements(ctx, pilot);
      expect(sent).toHaveLength(all.length === 0 ? 0 : 2);
      for (const { state } of all) expect(state).toBe('sent');
      if (!dying.tables.hasCrashed) break;
    }
  });
});

describe('a reply to an announcement', () => {
  const WORDS = 'Will there be biscuits? ‮🍪 <script>';

  it('reaches the champion, in the chat and in the list, once however often it is pressed', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const [clara] = pilot.people as [PersonId];
    const announcement = await sendOff(ctx, pilot, NEWS);
    await drain(ctx);
    const reply = () => replyToAnnouncement(ctx, clara, pilot.cohort, announcement, ` ${WORDS} `);
    expect(await Promise.all([reply(), reply()])).toContainEqual({ repeated: false });
    expect(await reply()).toEqual({ repeated: true });
    const sent = await drain(ctx);
    expect(sent).toEqual([
      {
        to: pilot.person,
        view: {
          ...{ kind: 'announcementReply', cohortName: 'Finance pilot', title: NEWS.title },
          ...{ from: 'Clara Exampleton', text: WORDS },
        },
      },
    ]);
    const [seen] = await listAnnouncements(ctx, pilot);
    expect(seen?.replies).toMatchObject([{ name: 'Clara Exampleton', text: WORDS }]);
    expect(JSON.stringify(ctx.tables.all('cohorts'))).not.toContain('biscuits');
  });

  it('comes with the newest twenty to a list that is asked for again and again, and all of them when asked', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const announcement = await sendOff(ctx, pilot, NEWS);
    await drain(ctx);
    const said = Array.from({ length: 25 }, (_, n) => `Reply ${n}`);
    for (const [n, text] of said.entries()) {
      ctx.clock.advance(60_000);
      await replyToAnnouncement(ctx, pilot.people[n % 2] as PersonId, pilot.cohort, announcement, text);
    }
    const [seen] = await listAnnouncements(ctx, pilot);
    expect(seen?.replies.map(({ text }) => text)).toEqual(said.slice(5));
    expect(seen?.repliesBefore).toBe(5);
    const all = await listAllReplies(ctx, pilot, announcement);
    expect(all.map(({ text }) => text)).toEqual(said);
    const [clara] = pilot.people as [PersonId];
    const asClara = { ...pilot, person: clara };
    await expect(listAllReplies(ctx, asClara, announcement)).rejects.toMatchObject({
      word: 'cohort:notYours',
    });
    await expect(listAllReplies(ctx, pilot, asId('nothing'))).rejects.toMatchObject({ kind: 'missing' });
  });

  it('is only taken from somebody who got the announcement', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    const announcement = await sendOff(ctx, pilot, { ...NEWS, audience: 'mentors' });
    await drain(ctx);
    const [clara, aisha] = pilot.people as [PersonId, PersonId];
    const reply = (who: PersonId, text: string, id = announcement) =>
      replyToAnnouncement(ctx, who, pilot.cohort, id, text);
    await expect(reply(clara, 'Hello')).rejects.toMatchObject({ kind: 'missing' });
    await expect(reply(aisha, 'Hello', asId('nothing'))).rejects.toMatchObject({ kind: 'missing' });
    await expect(reply(aisha, '  ')).rejects.toMatchObject({ word: 'cohort:reply.empty' });
    await expect(reply(aisha, 'x'.repeat(100_000))).rejects.toMatchObject({ word: 'cohort:reply.tooLong' });
    expect(await reply(aisha, 'Hello')).toEqual({ repeated: false });
  });

  it('arrives once after a crash at any write and a second press', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aRunningPilot(ctx);
      const [clara] = pilot.people as [PersonId];
      const announcement = await sendOff(ctx, pilot, NEWS);
      await drain(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(replyToAnnouncement(dying, clara, pilot.cohort, announcement, WORDS));
      await replyToAnnouncement(ctx, clara, pilot.cohort, announcement, WORDS);
      expect(await recover(ctx)).toHaveLength(1);
      expect((await listAnnouncements(ctx, pilot))[0]?.replies).toHaveLength(1);
      if (!dying.tables.hasCrashed) break;
    }
  });
});

describe('insights of a cohort', () => {
  it('say kindly that there is too little to show', async () => {
    const ctx = aContext();
    const pilot = await aRunningPilot(ctx);
    expect(await getInsights(ctx, pilot)).toEqual({ state: 'tooFew', needed: 5 });
  });
});
