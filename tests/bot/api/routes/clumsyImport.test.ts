import { expect, it } from 'vitest';
import { cohortRoutes } from '#api/routes/cohorts.ts';
import { asId } from '#domain/basics/ids.ts';
import { type Pilot, takeSteps } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { createCohort, getCohort } from '#usecases/cohorts/cohorts.ts';
import { personOf } from '#usecases/people/people.ts';
import { aServer } from './calling.ts';

const HEAD = 'Name,Mail,Role,Manager\n';
const GOOD = 'Ann Exampleton,ann@x.example,mentor,-\nBen Exampleton,ben@x.example,executive,n/a\n';
const BAD = 'Cem Exampleton,cem@,mentor,\n';
const bytes = (text: string) => Buffer.from(HEAD + text);

async function aClumsyChampion() {
  const ctx: TestContext = aContext();
  const person = await personOf(ctx, {
    directoryId: 'oid-noor',
    mail: '',
    signInName: 'noor@turntable.example',
    name: '',
  });
  const actor = {
    person,
    directoryId: 'oid-noor',
    roles: ['Champion' as const],
    locale: 'en',
    timeZone: 'UTC',
  };
  const { cohort } = await createCohort(ctx, actor, {
    ...{ name: 'Finance pilot', kind: 'pilot', fitFloor: 0 },
    startsOn: asId('2026-11-23'),
    endsOn: asId('2027-03-31'),
  });
  const at: Pilot = { cohort, person };
  const { ask } = await aServer(ctx, cohortRoutes);
  const url = `/api/cohorts/${cohort}/import`;
  const send = (text: string, { query = '', press = '' } = {}) =>
    ask('noor', `POST ${url}?name=people.csv${query}`, { body: bytes(text), press });
  const confirm = (id: string) => ask('noor', `POST ${url}/${id}/confirmation`);
  const members = async () => (await getCohort(ctx, cohort, person)).counts.members;
  return { ctx, at, ask, url, send, confirm, members };
}
const idIn = (body: { import: string }) => body.import;

it('a file that is sent twice by one press, and confirmed twice, brings everybody once', async () => {
  const { ctx, at, send, confirm, members } = await aClumsyChampion();
  const partly = { query: '&lines=good', press: 'press-1' };
  const [first, second] = [await send(GOOD + BAD, partly), await send(GOOD + BAD, partly)];
  expect(first.body).toMatchObject({ added: 2, leftOut: 1 });
  expect(idIn(second.body)).toBe(idIn(first.body));
  expect(await members()).toBe(0);
  const answers = await Promise.all([confirm(idIn(first.body)), confirm(idIn(first.body))]);
  for (const { status } of answers) expect([202, 200, 409, 412]).toContain(status);
  await takeSteps(ctx, at);
  expect(await members()).toBe(2);
  expect((await confirm(idIn(first.body))).status).toBeLessThan(300);
  expect(await members()).toBe(2);
});

it('a file that another has taken the place of, or that never was, is confirmed by nobody', async () => {
  const { ctx, at, send, confirm, members } = await aClumsyChampion();
  const first = await send(GOOD);
  const second = await send(GOOD.replaceAll('Ann', 'Anna'));
  for (const id of [idIn(first.body), 'never', '..%2f..', '%00', 'x'.repeat(300)])
    expect((await confirm(id)).status).toBeGreaterThanOrEqual(400);
  expect(await members()).toBe(0);
  await confirm(idIn(second.body));
  const meanwhile = await send(GOOD + BAD, { query: '&lines=good' });
  expect(meanwhile.status).toBe(409);
  await takeSteps(ctx, at);
  expect(await members()).toBe(2);
});

it.each(['&lines=best', '&lines=', '&lines=good&lines=all', `&name=${'x'.repeat(500)}`])(
  'says what would be right of a question like %s, and keeps nothing',
  async (query) => {
    const { ctx, send, members } = await aClumsyChampion();
    const { status, body } = await send(GOOD + BAD, { query });
    expect([400, 413, 422]).toContain(status);
    expect((body as { detail: string }).detail.length).toBeGreaterThan(10);
    expect(await members()).toBe(0);
    expect(ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('import'))).toEqual([]);
  },
);

it('nobody but the champion checks, confirms, sees or forgets an import', async () => {
  const { ask, url, send, members } = await aClumsyChampion();
  const { body } = await send(GOOD);
  const tries = [`GET ${url}`, `POST ${url}/${idIn(body)}/confirmation`, `DELETE ${url}/${idIn(body)}`];
  for (const what of tries) expect([403, 404]).toContain((await ask('clara', what)).status);
  const sent = await ask('clara', `POST ${url}?name=a.csv`, { body: bytes(GOOD) });
  expect([403, 404]).toContain(sent.status);
  expect(await members()).toBe(0);
  expect((await ask('noor', `GET ${url}`)).body).toMatchObject({ last: { import: idIn(body) } });
});
