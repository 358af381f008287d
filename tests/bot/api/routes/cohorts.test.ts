import { describe, expect, it } from 'vitest';
import type { Route } from '#api/http/route.ts';
import { announcementRoutes } from '#api/routes/announcements.ts';
import { cohortRoutes } from '#api/routes/cohorts.ts';
import { importRoutes, presentProblem } from '#api/routes/imports.ts';
import { insightRoutes } from '#api/routes/insights.ts';
import { roundRoutes } from '#api/routes/rounds.ts';
import { wishRoutes } from '#api/routes/wishes.ts';
import { asId, type CohortId, type TopicId } from '#domain/basics/ids.ts';
import { COLUMNS } from '#domain/cohorts/importColumns.ts';
import type { LeftOutReason } from '#domain/matching/rounds.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { aChampion, FINANCE, join, words } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { sayLeftOut, sayReason } from '#usecases/pairs/reasons.ts';
import type { Actor } from '#usecases/story/actor.ts';

const routes: Route[] = [
  ...[cohortRoutes, importRoutes, roundRoutes, wishRoutes],
  ...[announcementRoutes, insightRoutes],
].flat();

/** Calls a route as the server does: body checked on the way in, answer on the way out. */
async function call(
  ctx: TestContext,
  actor: Actor,
  name: string,
  given: { body?: unknown; params?: object } = {},
) {
  const route = routes.find((one) => one.name === name);
  if (!route) throw new Error(`no route ${name}`);
  const body = route.body?.parse(given.body);
  const asked = { ctx, actor, words, params: given.params ?? {}, body, query: {}, etag: '' };
  return route.answer.parse(await route.run(asked as never)) as Record<string, never>;
}

const COHORT = { name: 'Finance pilot', kind: 'pilot', startsOn: '2026-11-23', endsOn: '2027-03-31' };

describe("a champion's routes", () => {
  it('carry the story from the cohort to its insights', async () => {
    const ctx = aContext();
    const noor = await aChampion(ctx);
    const { cohort, state } = await call(ctx, noor, 'createCohort', { body: COHORT });
    expect(state).toBe('draft');
    const params = { cohort };
    const post = (name: string, body?: unknown, more = {}) =>
      call(ctx, noor, name, { body, params: { ...params, ...more } });
    expect(await post('importMembers', { csv: FINANCE })).toEqual({
      added: 12,
      changed: 0,
      unchanged: 0,
      ignored: [],
    });
    const { members } = (await post('invite', {})) as unknown as { members: object[] };
    expect(members[0]).toMatchObject({
      name: 'Aisha Specimen',
      state: 'invited',
      hasApp: false,
      delivery: 'queued',
    });
    const pilot = { cohort: asId<CohortId>(String(cohort)), person: noor.person };
    const video = asId<TopicId>('shortVideo');
    await join(ctx, pilot, 'clara.exampleton', { wants: [video] });
    await join(ctx, pilot, 'aisha.specimen', { offers: [{ topic: video, strength: 3 }] });
    expect(await post('runRound')).toMatchObject({
      ...{ round: 1, state: 'reviewed', covered: 1, total: 1, leftOut: [] },
      proposals: [{ executive: { name: 'Clara Exampleton' }, mentor: { name: 'Aisha Specimen' } }],
    });
    expect(await post('publishRound', undefined, { round: '1' })).toMatchObject({ state: 'published' });
    const news = { title: 'Hello', text: 'We start', audience: 'everyone' };
    expect(await post('previewAnnouncement', news)).toMatchObject({ recipients: 12, withoutApp: 12 });
    expect(await post('announce', news)).toMatchObject({ state: 'sent', replies: [] });
    expect(await post('insights')).toEqual({ state: 'tooFew', needed: 5 });
    for (const name of ['cohorts', 'cohort', 'members', 'rounds', 'announcements'])
      expect(Object.keys(await post(name)).length).toBeGreaterThan(0);
  });

  it('are nothing to somebody else', async () => {
    const ctx = aContext();
    const noor = await aChampion(ctx);
    const { cohort } = await call(ctx, noor, 'createCohort', { body: COHORT });
    const stranger = { ...noor, person: asId<never>('somebody else') };
    const news = { title: 'Hello', text: 'We start', audience: 'everyone' };
    const bodies: Record<string, unknown> = {
      importMembers: { csv: FINANCE },
      announce: news,
      previewAnnouncement: news,
      wish: { wish: 'pin' },
    };
    for (const { name } of routes) {
      if (name === 'cohorts' || name === 'createCohort') continue;
      const asked = call(ctx, stranger, name, { body: bodies[name], params: { cohort, round: '1' } });
      await expect(asked, name).rejects.toMatchObject({ kind: 'missing', word: 'cohort:notYours' });
    }
  });

  it('list every problem of a file by line and column', async () => {
    const ctx = aContext();
    const noor = await aChampion(ctx);
    const { cohort } = await call(ctx, noor, 'createCohort', { body: COHORT });
    const csv = 'Name,Mail,Role\nClara,clara@,executive\nDiego,diego@x.example,boss';
    const refused = call(ctx, noor, 'importMembers', { body: { csv }, params: { cohort } });
    await expect(refused).rejects.toMatchObject({
      name: 'Invalid',
      problems: [
        { where: 'line 2, column mail', what: '“clara@” is not a mail address.' },
        { where: 'line 3, column role', what: '“boss” is not a role. It is mentor or executive.' },
      ],
    });
  });
});

describe('the words for champions', () => {
  const isSaid = (sentence: string) => expect(sentence).toMatch(/^[^:{]*(: .*)?[.!?]$/u);

  it('exist for every problem of a file', () => {
    const problems =
      'empty nobody openQuote columnMissing mailColumnMissing columnTwice tooManyCells lineBreak tooLong nameMissing mailMissing notMail notDirectoryId roleMissing notRole notManager twice circle circleWithKnown twoPeople roleFixed';
    const values = { name: 'x', value: 'x', names: 'x', first: 1, cells: 1, columns: 1 };
    for (const word of problems.split(' '))
      isSaid(presentProblem(words, { line: 1, column: '', word, values }).what);
    for (const column of COLUMNS)
      expect(presentProblem(words, { line: 1, column, word: 'empty', values }).where).not.toContain(':');
  });

  it('exist for every reason, whoever reads', () => {
    const topic = asId<TopicId>('own:x');
    const reasons: Reason[] = [
      { kind: 'learn', topic, strength: 3 },
      { kind: 'giveBack', topic },
      { kind: 'interest', topic },
      { kind: 'language', language: 'es' },
      { kind: 'time', hours: 1 },
      ...['walk', 'coffee', 'lunch', 'video'].map((way): Reason => ({ kind: 'meet', way })),
    ];
    for (const reason of reasons)
      for (const reader of ['executive', 'mentor', 'champion'] as const)
        isSaid(sayReason(words, reason, reader));
    const out: LeftOutReason[] = [
      'noProfile',
      'noTopic',
      'noLanguage',
      'noTime',
      'noRoom',
      'belowFloor',
      'noPartner',
    ];
    for (const reason of out)
      for (const role of ['executive', 'mentor'] as const) isSaid(sayLeftOut(words, reason, role));
  });
});
