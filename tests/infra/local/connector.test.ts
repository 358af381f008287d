import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LocalEvent, LocalMeeting, LogEntry } from '#local/contract.ts';
import { install, uninstall } from '#local/teams/installing.ts';
import { findPerson, type SeededPerson } from '#local/teams/people.ts';
import { TENANT_ID } from '#local/teams/tenant.ts';
import { type ATeams, aTeams } from './aTeams.ts';

let local: ATeams;
const clara = findPerson('clara') as SeededPerson;
const aisha = findPerson('aisha') as SeededPerson;
const hello = { type: 'message', text: 'Hello', textFormat: 'plain' };
const activitiesOf = (person: SeededPerson) =>
  `v3/conversations/${encodeURIComponent(person.chatId)}/activities`;
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

beforeEach(async () => {
  local = await aTeams();
  await install(local.teams, clara);
});
afterEach(() => local.stop());

it('takes a message, tells the page, and logs it', async () => {
  const heard: LocalEvent[] = [];
  local.teams.events.listen((event) => heard.push(event));
  const response = await local.call('POST', activitiesOf(clara), hello);
  expect(response.status).toBe(201);
  const id = await idOf(response);
  expect(local.teams.chats.list(clara.chatId)).toMatchObject([{ id, from: 'bot', text: 'Hello' }]);
  expect(heard).toMatchObject([{ kind: 'message', people: ['clara'], message: { id } }]);
  expect(local.teams.log.entries).toMatchObject([
    { seq: 1, call: 'send', status: 201, accepted: true, person: 'clara', activity: id, gist: 'Hello' },
  ]);
});

it('changes and deletes what the bot sent, and nothing else', async () => {
  const id = await idOf(await local.call('POST', activitiesOf(clara), hello));
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  await local.call('PUT', `${activitiesOf(clara)}/${id}`, { type: 'message', attachments });
  expect(local.teams.chats.find(clara.chatId, id)).toMatchObject({ text: '', cards: [card] });
  expect((await local.call('DELETE', `${activitiesOf(clara)}/${id}`)).status).toBe(200);
  expect(local.teams.chats.find(clara.chatId, id)).toMatchObject({ cards: [], deleted: true });
  expect((await local.call('PUT', `${activitiesOf(clara)}/9`, hello)).status).toBe(404);
});

it('refuses whoever does not show the token of the bot', async () => {
  expect((await local.call('POST', activitiesOf(clara), hello, 'a.b.c')).status).toBe(401);
  const channel = await local.teams.issuer.channelToken(local.teams.serviceUrl);
  expect((await local.call('POST', activitiesOf(clara), hello, channel)).status).toBe(401);
  expect(local.teams.chats.list(clara.chatId)).toEqual([]);
});

it('opens the same personal chat for the same member, by bot id or directory id', async () => {
  const create = (member: string) =>
    local.call('POST', 'v3/conversations', {
      isGroup: false,
      members: [{ id: member }],
      tenantId: TENANT_ID,
    });
  expect(await idOf(await create(clara.userId))).toBe(clara.chatId);
  expect(await idOf(await create(clara.directoryId))).toBe(clara.chatId);
});

it('opens no group chats, no chats without a tenant, and none with people who have not added the app', async () => {
  const create = (body: object) => local.call('POST', 'v3/conversations', body);
  const members = [{ id: clara.userId }];
  expect((await create({ members, isGroup: true, tenantId: TENANT_ID })).status).toBe(400);
  expect((await create({ members })).status).toBe(400);
  expect((await create({ members: [...members, { id: aisha.userId }], tenantId: TENANT_ID })).status).toBe(
    400,
  );
  expect((await create({ members: [{ id: aisha.userId }], tenantId: TENANT_ID })).status).toBe(403);
});

it('says 403 when the app was removed and 404 when there is no such chat', async () => {
  await uninstall(local.teams, clara);
  const removed = await local.call('POST', activitiesOf(clara), hello);
  expect([removed.status, await codeOf(removed)]).toEqual([403, 'MessageWritesBlocked']);
  const unknown = await local.call('POST', 'v3/conversations/a:nobody/activities', hello);
  expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'ConversationNotFound']);
});

it('refuses a message that Teams would find too large', async () => {
  const text = 'x'.repeat(60_000);
  expect((await local.call('POST', activitiesOf(clara), { ...hello, text })).status).toBe(413);
});

it.each([429, 412, 403, 404, 500, 502, 503])(
  'answers %i on demand, once, with nothing taken',
  async (status) => {
    await local.ask('faults', [{ do: 'refuse', status, retryAfterS: 2, person: 'clara' }] as object);
    const spoilt = await local.call('POST', activitiesOf(clara), hello);
    expect([spoilt.status, spoilt.headers.get('retry-after')]).toEqual([status, '2']);
    expect((await local.call('POST', activitiesOf(clara), hello)).status).toBe(201);
    expect(local.teams.log.entries.map((entry: LogEntry) => entry.accepted)).toEqual([false, true]);
    expect((await local.ask('faults')).body).toEqual([]);
  },
);

it('takes a message and answers 502 all the same', async () => {
  await local.ask('faults', [{ do: 'accept', status: 502, skip: 1 }] as object);
  expect((await local.call('POST', activitiesOf(clara), hello)).status).toBe(201);
  expect((await local.call('POST', activitiesOf(clara), hello)).status).toBe(502);
  expect(local.teams.chats.list(clara.chatId)).toHaveLength(2);
  expect(local.teams.log.entries.at(-1)).toMatchObject({ status: 502, accepted: true });
});

it('kills the app in the middle of a send', async () => {
  await local.ask('faults', [{ do: 'acceptAndKill' }] as object);
  const sending = local.call('POST', activitiesOf(clara), hello).catch(() => 'no answer');
  await expect.poll(() => local.done).toEqual(['kill']);
  expect(local.teams.log.entries).toMatchObject([{ status: 0, accepted: true }]);
  local.front.server.closeAllConnections();
  expect(await sending).toBe('no answer');
});

it('tells who is in a meeting and when it ends', async () => {
  const meeting = (await local.ask('meetings', { title: 'First talk', people: ['aisha', 'clara'] })).body as {
    id: string;
    chatId: string;
    plannedEnd: string;
  };
  const info = await local.call('GET', `v1/meetings/${encodeURIComponent(meeting.id)}`);
  expect(await info.json()).toMatchObject({
    details: { title: 'First talk', scheduledEndTime: meeting.plannedEnd },
    conversation: { id: meeting.chatId },
    organizer: { aadObjectId: aisha.directoryId },
  });
  const page = await local.call(
    'GET',
    `v3/conversations/${encodeURIComponent(meeting.chatId)}/pagedmembers?pageSize=1`,
  );
  expect(await page.json()).toMatchObject({
    members: [{ id: clara.userId, aadObjectId: clara.directoryId, email: clara.mail }],
    continuationToken: '1',
  });
});

it('tells truly who is invited to a meeting, and who is in it at this moment', async () => {
  const meeting = (await local.ask('meetings', { title: 'Us', people: ['aisha', 'clara'] }))
    .body as LocalMeeting;
  const at = `meetings/${encodeURIComponent(meeting.id)}`;
  const ask = async (directoryId: string) => {
    const answer = await local.call('GET', `v1/${at}/participants/${directoryId}?tenantId=t`);
    return answer.status === 200 ? (await answer.json()).meeting.inMeeting : answer.status;
  };
  const [hers, guests] = [clara.directoryId, findPerson('meera')?.directoryId ?? ''];
  expect([await ask(hers), await ask(guests)]).toEqual([false, 404]);
  await local.ask(`${at}/start`, {});
  await local.ask(`${at}/presence`, { person: 'meera', isIn: true });
  await local.ask(`${at}/presence`, { person: 'clara', isIn: false });
  expect([await ask(hers), await ask(guests)]).toEqual([false, true]);
  await local.ask(`${at}/end`, {});
  expect([await ask(hers), await ask(guests)]).toEqual([false, false]);
});
