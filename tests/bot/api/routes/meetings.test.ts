import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingLookup, MeetingView, PanelView } from '#api/contract/meetings.ts';
import type { PairView } from '#api/contract/pairs.ts';
import { feedbackRoutes } from '#api/routes/feedback.ts';
import { meetingRoutes } from '#api/routes/meetings.ts';
import { pairRoutes } from '#api/routes/pairs.ts';
import { panelRoutes } from '#api/routes/panel.ts';
import { aSigned, PAIR, TEAMS_MEETING } from '#tests/bot/pairWorld.ts';
import { aServer, NASTY, type Server } from './calling.ts';

let server: Server;

beforeAll(async () => {
  server = await aServer((await aSigned()).ctx, [
    ...pairRoutes,
    ...meetingRoutes,
    ...panelRoutes,
    ...feedbackRoutes,
  ]);
});
afterAll(() => server.close());

const at = `/api/pairs/${PAIR}`;
const meetingsFor = async (who: string): Promise<MeetingView[]> => {
  const { meetings }: { meetings: MeetingView[] } = (await server.ask(who, `GET ${at}/meetings`)).body;
  return meetings;
};
const headFor = async (who: string): Promise<PairView> => (await server.ask(who, `GET ${at}`)).body;

describe('meetings over the API', () => {
  it('share the panel, and tell a third person nothing', async () => {
    const where = new URLSearchParams(TEAMS_MEETING);
    const body = { ...TEAMS_MEETING, pair: PAIR, startsAt: null, plannedEnd: null };
    const look = (who: string) => server.ask(who, `GET /api/meetings?${where}`);
    expect((await look('aisha')).body).toMatchObject({ state: 'unclaimed' });
    expect((await server.ask('diego', 'POST /api/meetings', { body })).status).toBe(404);
    const farAway = { ...body, startsAt: '9999-12-31T23:59:59Z' };
    const refused = await server.ask('aisha', 'POST /api/meetings', { body: farAway });
    expect(refused).toMatchObject({
      status: 422,
      body: { detail: 'A meeting can be at most two years away. Please check the date.' },
    });
    const claimed = (await server.ask('aisha', 'POST /api/meetings', { body })).body as MeetingLookup;
    const occurrence = claimed.state === 'yours' ? claimed.occurrence : '';
    const panelPath = `${at}/panel?occurrence=${occurrence}`;
    const hers: PanelView = (await server.ask('aisha', `GET ${panelPath}`)).body;
    const his = await server.ask('clara', `GET ${panelPath}`);
    expect(his.headers).toMatchObject({ 'cache-control': 'no-store', etag: `"${hers.etag}"` });
    expect(his.body).toMatchObject({ ...hers, firstIsMe: !hers.firstIsMe });
    expect(hers).toMatchObject({ isFirstMeeting: true, isKept: false, prompt: { family: 'opening' } });
    expect(hers.prompt.text).toMatch(/[?.]$/);
    const keep = { body: { move: 'keep' }, etag: hers.etag };
    const kept = await server.ask('clara', `POST ${panelPath}`, keep);
    expect(kept.body).toMatchObject({ isKept: true, prompt: hers.prompt });
    const next: PanelView = (await server.ask('aisha', `GET ${panelPath}&after=${hers.etag}`)).body;
    expect(next.isKept).toBe(true);
    expect((await server.ask('aisha', `GET ${at}/kept`)).body).toEqual({
      kept: [{ prompt: hers.prompt.id, text: hers.prompt.text }],
    });
    expect((await server.ask('diego', `GET ${panelPath}`)).status).toBe(404);
    expect((await look('diego')).body).toEqual({ state: 'others' });
  });

  it('show the partner’s words only when the partner shares them', async () => {
    const [meeting] = await meetingsFor('clara');
    const path = `POST ${at}/meetings/${meeting?.occurrence}/feedback`;
    const feedback = {
      worthTheHour: 4,
      learned: NASTY,
      surprised: 'the bees',
      balanced: '',
      candid: 'no',
      goOn: 'unsure',
    };
    const before = { head: await headFor('aisha'), etag: (await server.ask('aisha', `GET ${at}`)).etag };
    const give = (who: string, over: object) => server.ask(who, path, { body: { ...feedback, ...over } });
    expect(await give('clara', { shared: false })).toMatchObject({ status: 201, body: { repeated: false } });
    expect((await give('clara', { shared: true })).body).toMatchObject({
      repeated: true,
      mine: { shared: false },
    });
    expect((await give('diego', { shared: true })).status).toBe(404);
    // Not even that there is something: what is not shared changes nothing that the partner reads.
    expect((await server.ask('aisha', `GET ${at}`, { known: before.etag })).status).toBe(304);
    await give('aisha', { learned: 'To ask back', shared: true });
    expect((await headFor('aisha')).spaceVersion).not.toBe(before.head.spaceVersion);
    expect((await meetingsFor('aisha'))[0]).toMatchObject({
      ...{ partnerLearned: '', partnerSurprised: '', iGaveFeedback: true },
    });
    expect((await meetingsFor('clara'))[0]).toMatchObject({
      ...{ partnerLearned: 'To ask back', partnerSurprised: 'the bees' },
    });
    const everything = JSON.stringify([await headFor('aisha'), await meetingsFor('aisha')]);
    expect(everything).not.toMatch(/unsure|worthTheHour|candid|goOn|directoryId|Exampleton|\bfit\b/);
  });

  it('take a meeting that was told, a changed face and a line, and give each only to its own', async () => {
    const day = '2026-11-23';
    const told = await server.ask('clara', `POST ${at}/meetings`, { body: { day, way: 'walk' } });
    expect(told.status).toBe(201);
    const { occurrence } = told.body as unknown as { occurrence: string };
    const path = `${at}/meetings/${occurrence}`;
    const face = (worthTheHour: number) => ({ body: { worthTheHour } });
    expect((await server.ask('clara', `POST ${path}/feedback`, face(2))).status).toBe(201);
    const changed = await server.ask('clara', `PUT ${path}/feedback/face`, face(5));
    expect(changed.body).toMatchObject({ mine: { worthTheHour: 5 }, help: null });
    const line = { learned: '', surprised: '', balanced: '', candid: '', goOn: 'no', shared: false };
    const added = await server.ask('clara', `POST ${path}/feedback/line`, { body: line });
    expect(added.body).toMatchObject({ help: { reason: 'goOn' } });
    for (const [verb, body] of [
      [`POST ${at}/meetings`, { day, way: 'walk' }],
      [`PUT ${path}/outcome`, { outcome: 'met' }],
      [`POST ${path}/feedback`, { worthTheHour: 1 }],
      [`PUT ${path}/feedback/face`, { worthTheHour: 1 }],
      [`POST ${path}/feedback/line`, line],
    ] as const)
      expect((await server.ask('diego', verb, { body })).status, verb).toBe(404);
    expect(JSON.stringify(await meetingsFor('aisha'))).not.toMatch(/goOn|candid/);
    expect((await server.ask('clara', `PUT ${path}/outcome`, { body: { outcome: 'notYet' } })).status).toBe(
      204,
    );
  });

  it('show each their own words, and whether they shared them, and nobody else’s as theirs', async () => {
    const hers = { iGaveFeedback: true, myLearned: NASTY, mySurprised: 'the bees', iShared: false };
    expect(await meetingsFor('clara')).toMatchObject([hers]);
    const theirs = { iGaveFeedback: true, myLearned: 'To ask back', mySurprised: 'the bees', iShared: true };
    expect(await meetingsFor('aisha')).toMatchObject([theirs]);
    expect((await server.ask('diego', `GET ${at}/meetings`)).status).toBe(404);
  });
});
