import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GoalView, MeetingView, PairView, PanelView } from '#api/contract/contract.ts';
import { createServer } from '#api/http/server.ts';
import { agreementRoutes } from '#api/routes/agreement.ts';
import { feedbackRoutes } from '#api/routes/feedback.ts';
import { goalRoutes } from '#api/routes/goals.ts';
import { meetingRoutes } from '#api/routes/meetings.ts';
import { pairRoutes } from '#api/routes/pairs.ts';
import { panelRoutes } from '#api/routes/panel.ts';
import {
  AGREEMENT,
  aPairWorld,
  introduceThem,
  PAIR,
  type PairWorld,
  TEAMS_MEETING,
} from '#tests/bot/pairWorld.ts';

let world: PairWorld;
let server: Awaited<ReturnType<typeof createServer>>;
const ZONES: Record<string, string> = {
  clara: 'Europe/London',
  aisha: 'Europe/Berlin',
  diego: 'Europe/Madrid',
};

beforeAll(async () => {
  world = await aPairWorld();
  await introduceThem(world);
  server = await createServer({
    ctx: world.ctx,
    verify: async (name = '') => ({
      directoryId: `oid-${name}`,
      mail: `${name}@turntable.example`,
      name: '',
      roles: [],
    }),
    routes: [
      ...pairRoutes,
      ...agreementRoutes,
      ...goalRoutes,
      ...meetingRoutes,
      ...panelRoutes,
      ...feedbackRoutes,
    ],
    tabConfig: { clientId: 'c', initiateLoginEndpoint: 'https://x.example/', teamsAppId: 'app' },
  });
});
afterAll(() => server.close());

/** `ask('clara', 'POST /api/…', body, etag)` as the tab would. */
async function ask(who: string, what: string, body?: object, etag = '') {
  const [method = '', url = ''] = what.split(' ');
  const answer = await server.inject({
    method: method as 'GET',
    url,
    ...(body ? { payload: body } : {}),
    headers: {
      authorization: who,
      'x-time-zone': ZONES[who] ?? 'UTC',
      ...(etag ? { 'if-match': `"${etag}"` } : {}),
    },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}
const pairFor = async (who: string): Promise<PairView> => (await ask(who, `GET /api/pairs/${PAIR}`)).body;
const NASTY =
  '<img src=x onerror=alert(1)> **bold** [a](http://b) \u202Eevil\u202C 🐝🏳️‍🌈 {{agreement}} $t(pair:missing)';

describe('a pair over the API', () => {
  it('says yes twice and waits in between', async () => {
    expect(await pairFor('clara')).toMatchObject({
      state: 'introduced',
      next: 'answer',
      myAnswer: 'none',
      myFirstName: 'Clara',
      partners: [{ firstName: 'Aisha' }],
      answerBy: '2026-12-01T08:00:00.000Z',
      hearBy: '2026-12-01T09:00:00.000Z',
      agreement: null,
      space: null,
      partnerMails: [],
    });
    const one = await ask('clara', `POST /api/pairs/${PAIR}/answer`, { answer: 'yes' });
    expect(one.body).toMatchObject({ state: 'introduced', next: 'wait', myAnswer: 'yes' });
    expect((await pairFor('aisha')).myAnswer).toBe('none');
    const two = await ask('aisha', `POST /api/pairs/${PAIR}/answer`, { answer: 'yes' });
    expect(two.body).toMatchObject({ state: 'active', next: 'draftAgreement', answerBy: null });
  });

  it('drafts, refuses what was drafted meanwhile, and signs', async () => {
    const path = `PUT /api/pairs/${PAIR}/agreement`;
    const text = { ...AGREEMENT, whereAndHow: NASTY };
    expect((await ask('clara', path, text, '0')).status).toBe(403);
    expect((await ask('aisha', path, text, '0')).body).toMatchObject({
      next: 'signAgreement',
      canSign: true,
    });
    const late = await ask('aisha', path, AGREEMENT, '0');
    expect(late).toMatchObject({ status: 412, body: { type: 'urn:turntable:changedMeanwhile' } });
    expect((await ask('aisha', path, { ...text, whatItIs: 'x'.repeat(100_000) }, '1')).status).toBe(422);
    expect((await ask('diego', path, text, '1')).status).toBe(404);
    for (const who of ['aisha', 'clara']) {
      world.ctx.clock.advance(1000);
      await ask(who, `POST /api/pairs/${PAIR}/agreement/1/signature`);
    }
    const { agreement, space } = await pairFor('clara');
    expect(agreement?.text.whereAndHow).toBe(NASTY);
    expect(agreement?.signatures.map(({ firstName, isMe }) => [firstName, isMe])).toEqual([
      ['Aisha', false],
      ['Clara', true],
    ]);
    expect(space).toEqual({ goals: [], meetings: [], kept: [] });
    expect((await pairFor('aisha')).partnerMails?.join()).toMatch(/^clara.*@/);
  });

  it('keeps goals as they were typed, with their history', async () => {
    const path = `/api/pairs/${PAIR}/goals`;
    const goalIn = (body: PairView) => body.space?.goals[0] as GoalView;
    const added = await ask('clara', `POST ${path}`, { text: NASTY, confidence: 2 });
    expect(added.status).toBe(201);
    const { goal, etag } = goalIn(added.body);
    const change = { text: NASTY, confidence: 4, state: 'reached' };
    const changed = await ask('clara', `PUT ${path}/${goal}`, change, etag);
    expect(goalIn(changed.body).history.map(({ confidence }) => confidence)).toEqual([2, 4]);
    expect((await ask('clara', `PUT ${path}/${goal}`, change, 'nonsense')).status).toBe(412);
    expect((await ask('aisha', `PUT ${path}/${goal}`, change, '2')).status).toBe(403);
    expect((await ask('clara', `POST ${path}`, { text: ' ', confidence: 2 })).status).toBe(422);
    expect(goalIn(await pairFor('aisha'))).toMatchObject({ text: NASTY, isMine: false });
  });

  it('meets, shares the panel, and tells a third person nothing', async () => {
    const where = new URLSearchParams(TEAMS_MEETING);
    const claim = { ...TEAMS_MEETING, pair: PAIR, startsAt: null, plannedEnd: null };
    expect((await ask('aisha', `GET /api/meetings?${where}`)).body).toMatchObject({ state: 'unclaimed' });
    expect((await ask('diego', 'POST /api/meetings', claim)).status).toBe(404);
    const { occurrence } = (await ask('aisha', 'POST /api/meetings', claim)).body;
    const panelPath = `/api/pairs/${PAIR}/panel?occurrence=${occurrence}`;
    const hers: PanelView = (await ask('aisha', `GET ${panelPath}`)).body;
    const his = await ask('clara', `GET ${panelPath}`);
    expect(his.headers).toMatchObject({ 'cache-control': 'no-store', etag: `"${hers.etag}"` });
    expect(his.body).toMatchObject({ ...hers, firstIsMe: !hers.firstIsMe });
    expect(hers).toMatchObject({ isFirstMeeting: true, isKept: false, prompt: { kind: 'groundRules' } });
    expect(hers.prompt.text).toMatch(/\?$|notice/);
    const kept = await ask('clara', `POST ${panelPath}`, { move: 'keep' }, hers.etag);
    expect(kept.body).toMatchObject({ isKept: true, prompt: hers.prompt });
    const next: PanelView = (await ask('aisha', `GET ${panelPath}&after=${hers.etag}`)).body;
    expect(next.isKept).toBe(true);
    expect((await pairFor('aisha')).space?.kept).toEqual([
      { prompt: hers.prompt.id, text: hers.prompt.text },
    ]);
    const outside = await ask('diego', `GET ${panelPath}`);
    expect(outside.status).toBe(404);
    expect((await ask('diego', `GET /api/meetings?${where}`)).body).toEqual({ state: 'others' });
  });

  it('shows the partner’s words only when the partner shares them', async () => {
    const [meeting] = (await pairFor('clara')).space?.meetings ?? [];
    const path = `POST /api/pairs/${PAIR}/meetings/${meeting?.occurrence}/feedback`;
    const feedback = {
      worthTheHour: 4,
      learned: NASTY,
      surprised: 'the bees',
      balanced: '',
      candid: 'no',
      goOn: 'unsure',
    };
    expect(await ask('clara', path, { ...feedback, shared: false })).toMatchObject({
      status: 201,
      body: { repeated: false },
    });
    expect((await ask('clara', path, { ...feedback, shared: true })).body).toEqual({ repeated: true });
    expect((await ask('diego', path, { ...feedback, shared: true })).status).toBe(404);
    await ask('aisha', path, { ...feedback, learned: 'To ask back', shared: true });
    const first = async (who: string) => (await pairFor(who)).space?.meetings[0] as MeetingView;
    expect(await first('aisha')).toMatchObject({
      partnerLearned: '',
      partnerSurprised: '',
      iGaveFeedback: true,
    });
    expect(await first('clara')).toMatchObject({
      partnerLearned: 'To ask back',
      partnerSurprised: 'the bees',
    });
    const everything = JSON.stringify(await pairFor('aisha'));
    expect(everything).not.toMatch(/unsure|worthTheHour|candid|goOn|directoryId|Exampleton|\bfit\b/);
  });

  it('is the same nothing for a stranger as a pair that never was', async () => {
    const there = await ask('diego', `GET /api/pairs/${PAIR}`);
    const never = await ask('diego', 'GET /api/pairs/no-such-pair');
    expect([there.status, never.status]).toEqual([404, 404]);
    expect({ ...there.body, reference: '' }).toEqual({ ...never.body, reference: '' });
  });
});
