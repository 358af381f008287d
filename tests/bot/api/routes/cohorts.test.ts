import { describe, expect, it } from 'vitest';
import { presentProblem } from '#api/routes/cohorts.ts';
import { asId } from '#domain/basics/ids.ts';
import { COLUMNS } from '#domain/cohorts/importColumns.ts';
import { FINANCE, words } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { aChampionAsking, CHAMPION_ROUTES } from './cohortCalls.ts';

describe('a cohort over the API', () => {
  it('is made, filled from a file and invited', async () => {
    const { made, post } = await aChampionAsking(aContext());
    expect(made).toMatchObject({ name: 'Finance pilot', state: 'draft', counts: { members: 0 } });
    expect(await post('importMembers', { csv: FINANCE })).toEqual({
      ...{ added: 12, changed: 0, unchanged: 0, ignored: [] },
    });
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

  it('is nothing to somebody else, whatever they ask', async () => {
    const { noor, call, cohort } = await aChampionAsking(aContext());
    const stranger = { ...noor, person: asId<never>('somebody else') };
    const news = { title: 'Hello', text: 'We start', audience: 'everyone' };
    const bodies: Record<string, unknown> = {
      importMembers: { csv: FINANCE },
      announce: news,
      previewAnnouncement: news,
      wish: { wish: 'pin' },
      joinMembers: { member: 'aisha' },
    };
    const params = {
      ...{ cohort, member: 'clara', round: '1', announcement: 'hello' },
      ...{ executive: 'clara', mentor: 'aisha' },
    };
    for (const { name } of CHAMPION_ROUTES) {
      if (name === 'cohorts' || name === 'createCohort') continue;
      const asked = call(stranger, name, { body: bodies[name], params });
      await expect(asked, name).rejects.toMatchObject({ kind: 'missing', word: 'cohort:notYours' });
    }
  });

  it('lists every problem of a file by line and column', async () => {
    const { post } = await aChampionAsking(aContext());
    const csv = 'Name,Mail,Role\nClara,clara@,executive\nDiego,diego@x.example,boss';
    await expect(post('importMembers', { csv })).rejects.toMatchObject({
      name: 'Invalid',
      problems: [
        { where: 'line 2, column mail', what: '“clara@” is not a mail address.' },
        { where: 'line 3, column role', what: '“boss” is not a role. It is mentor or executive.' },
      ],
    });
  });

  it('has words for every problem of a file', () => {
    const problems =
      'empty nobody openQuote columnMissing mailColumnMissing columnTwice tooManyCells lineBreak tooLong nameMissing mailMissing notMail notDirectoryId roleMissing notRole notManager twice circle circleWithKnown twoPeople roleFixed';
    const values = { name: 'x', value: 'x', names: 'x', first: 1, cells: 1, columns: 1 };
    for (const word of problems.split(' '))
      expect(presentProblem(words, { line: 1, column: '', word, values }).what).toMatch(
        /^[^:{]*(: .*)?[.!?]$/u,
      );
    for (const column of COLUMNS)
      expect(presentProblem(words, { line: 1, column, word: 'empty', values }).where).not.toContain(':');
  });
});
