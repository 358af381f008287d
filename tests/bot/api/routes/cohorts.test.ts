import { describe, expect, it } from 'vitest';
import { CohortBody } from '#api/contract/cohorts.ts';
import { presentProblem } from '#api/routes/cohorts.ts';
import { asId } from '#domain/basics/ids.ts';
import { COLUMNS } from '#domain/cohorts/importColumns.ts';
import { bytesOf, drain, FINANCE, words } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aVisitOfRuth, RUTH } from '#tests/bot/usecases/sponsors/sponsorStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { aChampionAsking, CHAMPION_ROUTES } from './cohortCalls.ts';

/** What each route of a champion is asked with. */
function everythingAsked(cohort: string) {
  const news = { title: 'Hello', text: 'We start', audience: 'everyone' };
  const bodies: Record<string, unknown> = {
    checkImport: bytesOf(FINANCE),
    announce: news,
    previewAnnouncement: news,
    audience: news,
    tryAnnouncement: news,
    changeAnnouncement: news,
    correctAnnouncement: news,
    wish: { wish: 'pin' },
    joinMembers: { member: 'aisha' },
    askAgain: { members: ['clara'] },
    checkMove: { members: ['clara'] },
    movePeople: { members: ['clara'], to: 'another' },
    importColumns: bytesOf(FINANCE),
    prefer: { prefers: [] },
    recordReview: { decision: 'stop', tweaks: [] },
    changeCohort: { name: 'Mine', startsOn: '2026-11-23', endsOn: '2027-05-31' },
    nameChampion: { mail: 'noor@turntable.example' },
    chooseSponsor: { mail: 'noor@turntable.example' },
    callGathering: { startsAt: '2026-12-01T09:00:00.000Z', minutes: 60, place: 'Room 4' },
    sayAway: { until: '2026-12-24' },
    askInName: news,
    announceAsSponsor: news,
    answerInName: { answer: 'send', word: '' },
  };
  const params = {
    ...{ cohort, member: 'clara', import: '1', round: '1', announcement: 'hello' },
    ...{ executive: 'clara', mentor: 'aisha', champion: 'clara', sponsor: 'clara', gathering: 'g1' },
  };
  return { bodies, params };
}

describe('a cohort over the API', () => {
  it('is made, filled from a file and invited', async () => {
    const ctx = aContext();
    const { made, post, confirm } = await aChampionAsking(ctx);
    expect(made).toMatchObject({ name: 'Finance pilot', state: 'draft', counts: { members: 0 } });
    const checked = await post('checkImport', bytesOf(FINANCE));
    expect(checked).toMatchObject({
      ...{ state: 'checked', file: 'people.csv', lines: 12, done: 12, added: 12, changed: 0, unchanged: 0 },
      ...{
        ignored: [],
        neverKept: [],
        isStuck: false,
        encoding: 'utf-8',
        sample: 'Zofia Przykład',
        problems: [],
        more: 0,
      },
    });
    expect(await confirm(String(checked.import))).toMatchObject({ state: 'applying', lines: 12, done: 0 });
    await drain(ctx);
    expect(await post('lastImport')).toMatchObject({ last: { state: 'applied', done: 12 } });
    expect(await post('invite', {})).toBeUndefined();
    const { members } = (await post('members')) as unknown as { members: object[] };
    expect(members[0]).toMatchObject({
      name: 'Aisha Specimen',
      state: 'invited',
      hasApp: false,
      delivery: 'queued',
    });
    expect(await post('cohort')).toMatchObject({ state: 'enrolling', counts: { invited: 12 } });
    expect(await post('cohorts')).toMatchObject({ cohorts: [{ name: 'Finance pilot' }] });
  });

  it('says how people meet, and what is asked of it as it is', async () => {
    const { noor, call } = await aChampionAsking(aContext());
    const body = {
      name: 'Circles',
      kind: 'pilot',
      startsOn: '2026-11-23',
      endsOn: '2027-05-31',
      fitFloor: 200,
    };
    const make = (circle: unknown) =>
      call(noor, 'createCohort', { body: CohortBody.parse({ ...body, circle }), params: {}, query: {} });
    const seen = { circle: { least: 2, most: 4 }, fitFloor: 200, isOpen: true };
    expect(await make({ least: 2, most: 4 })).toMatchObject(seen);
    expect(await make(null)).toMatchObject({ circle: null });
    for (const wrong of [{ least: 1, most: 3 }, { least: 4, most: 3 }, { least: 3, most: 6 }, { least: 2 }])
      expect(CohortBody.safeParse({ ...body, circle: wrong }).success, JSON.stringify(wrong)).toBe(false);
  });

  it('says in which languages people meet, and takes codes alone', async () => {
    const { noor, call, cohort } = await aChampionAsking(aContext());
    const params = { cohort };
    const days = { startsOn: '2026-11-23', endsOn: '2027-05-31' };
    const body = CohortBody.parse({ name: 'Two', kind: 'pilot', ...days, languages: ['de', 'fr'] });
    expect(await call(noor, 'createCohort', { body })).toMatchObject({ languages: ['de', 'fr'] });
    expect(await call(noor, 'cohort', { params })).toMatchObject({ languages: [] });
    expect(CohortBody.safeParse({ ...body, languages: ['German'] }).success).toBe(false);
  });

  it('is nothing to somebody else, whatever they ask', async () => {
    const { noor, call, cohort } = await aChampionAsking(aContext());
    const stranger = { ...noor, person: asId<never>('somebody else') };
    const { bodies, params } = everythingAsked(cohort);
    for (const { name } of CHAMPION_ROUTES) {
      if (name === 'cohorts' || name === 'createCohort' || name === 'tweaks') continue;
      const asked = call(stranger, name, { body: bodies[name], params, query: { name: 'Style' } });
      await expect(asked, name).rejects.toMatchObject({ kind: 'missing', word: 'cohort:notYours' });
    }
  });

  it('shows its sponsor what stands here, and nothing else', async () => {
    const ctx = aContext();
    const { noor, call, cohort } = await aChampionAsking(ctx);
    const person = await aVisitOfRuth(ctx);
    await call(noor, 'chooseSponsor', { body: { mail: RUTH.mail }, params: { cohort } });
    const ruth = { ...noor, person, roles: ['Sponsor'] };
    const { bodies, params } = everythingAsked(cohort);
    const seen: string[] = [];
    for (const { name } of CHAMPION_ROUTES) {
      if (name === 'cohorts' || name === 'createCohort' || name === 'tweaks') continue;
      const told = await call(ruth, name, { body: bodies[name], params, query: { name: 'Style' } }).catch(
        (error) => error,
      );
      if (told?.word !== 'cohort:notYours') seen.push(name);
    }
    expect(seen).toEqual([
      ...['cohort', 'announcements', 'previewAnnouncement', 'backing', 'answerInName', 'announceAsSponsor'],
      ...['insights', 'review'],
    ]);
  });

  it('reads its people a page at a time, says how far they are, and asks them again', async () => {
    const { call, noor, cohort, post, confirm } = await aChampionAsking(aContext());
    const checked = await post('checkImport', bytesOf(FINANCE));
    await confirm(String(checked.import));
    const params = { cohort };
    const asked = (name: string, query: object = {}) => call(noor, name, { params, query });
    expect(await asked('flow')).toMatchObject({ invited: 0, signed: null, met: null, on: null });
    expect(await asked('people')).toMatchObject({ people: [], looked: 0 });
    await expect(asked('people', { standing: 'passed' })).rejects.toThrow();
    await expect(call(noor, 'askAgain', { params, body: { members: [] } })).rejects.toThrow();
    const check = { targets: [], can: 0, hear: 0, stay: [], more: 0 };
    expect(await call(noor, 'checkMove', { params, body: { members: 'unanswered' } })).toEqual(check);
    await expect(call(noor, 'movePeople', { params, body: { members: ['x'], to: '' } })).rejects.toThrow();
  });

  it('takes what a champion says of columns, and says back what it keeps and prefers', async () => {
    const ctx = aContext();
    const { call, noor, cohort, post, made } = await aChampionAsking(ctx);
    const params = { cohort };
    const csv = bytesOf('Name,Mail,Role,Style,Section\nBo Sample,bo@turntable.example,mentor,Blue,Finance');
    expect(await post('importColumns', csv)).toMatchObject({
      columns: [
        { place: 3, name: 'Style', samples: ['Blue'], isRefused: false, keptFor: '' },
        { place: 4, name: 'Section', samples: ['Finance'], isRefused: false, keptFor: '' },
      ],
    });
    const query = { name: 'people.csv', columns: '4:department,3:keep,9:nothing', why: 'To mix styles' };
    const checked = await call(noor, 'checkImport', { params, body: csv, query });
    await call(noor, 'confirmImport', { params: { cohort, import: String(checked.import) } });
    await drain(ctx);
    const now = await call(noor, 'cohort', { params });
    expect(now).toMatchObject({ attributes: [{ name: 'Style', why: 'To mix styles' }], prefers: [] });
    const { people } = (await call(noor, 'people', { params })) as unknown as { people: object[] };
    expect(people).toMatchObject([{ name: 'Bo Sample', department: 'Finance', standing: 'imported' }]);
    const file = (await call(noor, 'peopleFile', { params })) as unknown as { people: object[] };
    expect(file.people).toMatchObject([{ name: 'Bo Sample', manager: '' }]);
    const prefers = [{ name: 'Style', much: 'much' }];
    expect(await call(noor, 'prefer', { params, body: { prefers }, etag: String(now.etag) })).toMatchObject({
      prefers,
    });
    const late = call(noor, 'prefer', { params, body: { prefers }, etag: String(made.etag) });
    await expect(late).rejects.toThrow();
    const bad = call(noor, 'checkImport', { params, body: csv, query: { columns: '3;keep' } });
    await expect(bad).rejects.toThrow();
  });

  it('lists every problem of a file by line and column', async () => {
    const { post } = await aChampionAsking(aContext());
    const csv = 'Name,Mail,Role\nClara,clara@,executive\nDiego,diego@x.example,boss';
    await expect(post('checkImport', bytesOf(csv))).rejects.toMatchObject({
      name: 'Invalid',
      problems: [
        {
          where: 'line 2, column mail',
          what: '“clara@” is not a mail address. It has one @ and no blanks, and looks like clara@example.com.',
        },
        { where: 'line 3, column role', what: '“boss” is not a role. It is mentor or executive.' },
      ],
    });
  });

  it('lists a hundred problems at most, and says how many more there are', async () => {
    const { post } = await aChampionAsking(aContext());
    const csv = `Name,Mail,Role\n${'Ann Bexample,,mentor\n'.repeat(50_000)}`;
    const refused = await post('checkImport', bytesOf(csv)).catch((error) => error);
    expect(refused).toMatchObject({ name: 'Invalid', more: 49_900 });
    expect(refused.problems).toHaveLength(100);
    expect(refused.problems[99].where).toBe('line 101, column mail');
    expect(JSON.stringify(refused.problems).length).toBeLessThan(30_000);
  });

  it('has words for every problem of a file', () => {
    const problems =
      'empty nobody openQuote columnMissing mailColumnMissing columnTwice tooManyCells lineBreak tooLong nameMissing mailMissing notMail notDirectoryId notDay leaveWithoutEnd roleMissing notRole notManager twice circle circleWithKnown twoPeople roleFixed samePerson workbook otherEncoding unreadable invisible idVague formula garbled doubtful attributeRefused attributeShape';
    const values = { name: 'x', value: 'x', names: 'x', first: 1, cells: 1, columns: 1, years: 5 };
    for (const word of problems.split(' '))
      expect(presentProblem(words, { line: 1, column: '', word, values }).what).toMatch(
        /^[^:{]*(: .*)?[.!?]$/u,
      );
    for (const column of COLUMNS)
      expect(presentProblem(words, { line: 1, column, word: 'empty', values }).where).not.toContain(':');
  });
});
