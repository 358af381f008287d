import { beforeEach, expect, test, vi } from 'vitest';
import { call, callAgain } from '#tabs/api/call.ts';
import { ApiProblem } from '#tabs/api/problem.ts';

const signIn = vi.hoisted(() => ({
  getToken: vi.fn(async ({ fresh = false } = {}) => (fresh ? 'new' : 'old')),
}));
vi.mock('#tabs/signIn.ts', () => signIn);

const server = vi.fn<typeof fetch>();
beforeEach(() => {
  server.mockReset();
  signIn.getToken.mockClear();
  vi.stubGlobal('fetch', server);
});

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const sent = (nth = 0) => {
  const [address, init] = server.mock.calls[nth] ?? [];
  return { address, method: init?.method, body: init?.body, headers: new Headers(init?.headers) };
};

test('fills the path, escapes it and sends who asks', async () => {
  server.mockResolvedValue(json({}));
  await call('addGoal', { params: { pair: 'a/b' }, body: { text: 'Listen', confidence: 2 } });
  expect(sent()).toMatchObject({ address: '/api/pairs/a%2Fb/goals', method: 'POST' });
  expect(sent().headers.get('authorization')).toBe('Bearer old');
  expect(JSON.parse(String(sent().body))).toEqual({ text: 'Listen', confidence: 2 });
});

test.each(['..', '.', 'a/b', '%2e'])(
  'a column that is called %s reaches the server as it is',
  async (name) => {
    server.mockResolvedValue(new Response(null, { status: 204 }));
    await call('dropAttribute', { params: { cohort: 'c' }, query: { name } });
    const { pathname, searchParams } = new URL(String(sent().address), 'https://turntable.example');
    expect([pathname, searchParams.get('name')]).toEqual(['/api/cohorts/c/attributes', name]);
  },
);

test('sends a weak etag as If-Match without its clothes', async () => {
  server.mockResolvedValue(json({}));
  await call('changeGoal', {
    params: { pair: 'p', goal: 'g' },
    etag: 'W/"7"',
    body: { text: 'Listen', confidence: 2 },
  });
  expect(sent().headers.get('if-match')).toBe('"7"');
});

test('asks once more with a fresh token after a 401', async () => {
  server.mockResolvedValueOnce(json({}, 401)).mockResolvedValueOnce(json({ firstName: 'Amara' }));
  expect(await call('me', {})).toEqual({ firstName: 'Amara' });
  expect(sent(1).headers.get('authorization')).toBe('Bearer new');
});

test('gives up after the second 401', async () => {
  server.mockImplementation(async () => json({ detail: 'Please sign in' }, 401));
  await expect(call('me', {})).rejects.toMatchObject({ status: 401 });
  expect(server).toHaveBeenCalledTimes(2);
});

test('a refusal keeps its sentence, its status and every problem', async () => {
  const problems = [{ where: 'wants', what: 'too many' }];
  server.mockResolvedValue(json({ detail: 'Not yet', type: 'urn:x', reference: 'r', problems }, 422));
  const refused = await call('me', {}).catch((problem) => problem);
  expect(refused).toBeInstanceOf(ApiProblem);
  expect(refused).toMatchObject({ message: 'Not yet', status: 422, type: 'urn:x', problems });
});

test('a lost race is a conflict', async () => {
  server.mockResolvedValue(json({ detail: 'Somebody was faster' }, 412));
  expect((await call('me', {}).catch((problem) => problem)).isConflict).toBe(true);
});

test('a server that cannot be reached is told apart', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(call('me', {})).rejects.toMatchObject({ status: 0 });
});

test('an error page that is not JSON still has its status', async () => {
  server.mockResolvedValue(new Response('<html>', { status: 502 }));
  await expect(call('me', {})).rejects.toMatchObject({ status: 502 });
});

test('a change that is done without an answer answers nothing', async () => {
  server.mockResolvedValue(new Response(null, { status: 204 }));
  expect(await call('saveSettings', { body: { newsMuted: true } })).toBeUndefined();
});

test('what was read before is asked for by its etag, and kept when nothing is new', async () => {
  const ask = { params: { pair: 'p' } };
  const goals = { goals: [] };
  const tagged = (etag: string) =>
    new Response(JSON.stringify(goals), { headers: { 'content-type': 'application/json', etag } });
  server
    .mockResolvedValueOnce(tagged('W/"one"'))
    .mockResolvedValueOnce(new Response(null, { status: 304 }))
    .mockResolvedValueOnce(tagged('"two"'));
  const first = await callAgain('goals', ask, undefined);
  expect(first).toEqual({ etag: 'one', content: goals });
  expect(sent().headers.has('if-none-match')).toBe(false);
  expect(await callAgain('goals', ask, first)).toBe(first);
  expect(sent(1).headers.get('if-none-match')).toBe('"one"');
  expect(await callAgain('goals', ask, first)).toEqual({ etag: 'two', content: goals });
});

test('what was put together here is read anew', async () => {
  server.mockResolvedValue(json({ goals: [] }));
  await callAgain('goals', { params: { pair: 'p' } }, { etag: '', content: { goals: [] } });
  expect(sent().headers.has('if-none-match')).toBe(false);
});

test('says that its page is still open once anything was answered, and not before', async () => {
  vi.resetModules();
  const { call: visit } = await import('#tabs/api/call.ts');
  server.mockResolvedValueOnce(json({ detail: 'Not yet.' }, 503)).mockImplementation(async () => json({}));
  await visit('me', {}).catch(() => undefined);
  for (let n = 0; n < 3; n++) await visit('me', {});
  const said = [0, 1, 2, 3].map((n) => sent(n).headers.get('x-still-open'));
  expect(said).toEqual([null, null, 'yes', 'yes']);
});
