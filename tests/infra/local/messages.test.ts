import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LocalMeeting, PressAnswer } from '#local/contract.ts';
import { settleIn } from '#local/teams/installing.ts';
import { findPerson, PEOPLE, type SeededPerson } from '#local/teams/people.ts';
import { BOT } from '#local/teams/tenant.ts';
import { type ATeams, aTeams } from './aTeams.ts';

let local: ATeams;
let dataDir: string;
const clara = findPerson('clara') as SeededPerson;
const card = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
const kindsOf = () => local.posted.splice(0).map(({ type, action, name }) => action ?? name ?? type);

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-'));
  local = await aTeams({ dataDir });
  await settleIn(local.teams);
  local.posted.splice(0);
});
afterEach(async () => {
  await local.stop();
  rmSync(dataDir, { recursive: true });
});

const cardFromBot = (text: string) =>
  local.teams.chats.add({
    chat: clara.chatId,
    from: 'bot',
    text: '',
    textFormat: 'plain',
    cards: [card(text)],
    suggestions: [],
  });

it('brings what a person says to the bot, as Teams words it', async () => {
  const said = await local.ask('chats/clara/messages', { text: 'Hello <b>there</b>' });
  expect(said).toMatchObject({ status: 200, body: { status: 200, message: { from: 'clara' } } });
  expect(local.posted).toMatchObject([
    {
      type: 'message',
      text: 'Hello <b>there</b>',
      channelId: 'msteams',
      from: { id: clara.userId, aadObjectId: clara.directoryId },
      conversation: { id: clara.chatId, conversationType: 'personal' },
      recipient: BOT,
      serviceUrl: local.teams.serviceUrl,
    },
  ]);
});

it('puts the card that Action.Execute is answered with in the place of the first', async () => {
  const message = cardFromBot('Join?');
  local.answers.push({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Joined') },
  });
  const action = { type: 'Action.Execute', verb: 'enrolment.answer', data: { cohort: 'c', answer: 'join' } };
  const { body } = await local.ask('chats/clara/actions', {
    message: message.id,
    action,
    inputs: { note: 'yes' },
  });
  expect(body as PressAnswer).toMatchObject({ kind: 'card', status: 200 });
  expect(local.teams.chats.find(clara.chatId, message.id)?.cards).toEqual([card('Joined')]);
  expect(local.posted[0]).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message.id,
    value: { action: { verb: 'enrolment.answer', data: { cohort: 'c', answer: 'join', note: 'yes' } } },
  });
});

it('sends Action.Submit as a message with a value, and imBack as words', async () => {
  const message = cardFromBot('Choose');
  const press = (data: object) =>
    local.ask('chats/clara/actions', { message: message.id, action: { type: 'Action.Submit', data } });
  await press({ verb: 'news.mute' });
  await press({ msteams: { type: 'imBack', value: 'skip' } });
  expect(local.posted).toMatchObject([{ type: 'message', value: { verb: 'news.mute' } }, { text: 'skip' }]);
  expect(local.teams.chats.list(clara.chatId).at(-1)).toMatchObject({ from: 'clara', text: 'skip' });
});

it('says that the bot could not be reached', async () => {
  const message = cardFromBot('Join?');
  local.answers.push({ status: 0 });
  const action = { type: 'Action.Execute', verb: 'x' };
  const { body } = await local.ask('chats/clara/actions', { message: message.id, action });
  expect(body).toMatchObject({ kind: 'error', text: expect.stringMatching(/could not be reached/) });
});

it('removes and adds the app, and lets nobody talk without it', async () => {
  await local.ask('chats/clara/uninstall', {});
  expect(kindsOf()).toEqual(['remove']);
  expect((await local.ask('chats/clara/messages', { text: 'Hello' })).status).toBe(409);
  await local.ask('chats/clara/install', {});
  expect(kindsOf()).toEqual(['add', 'conversationUpdate']);
});

it('tells the bot of start and end of a meeting, unless the end is to be lost', async () => {
  const meeting = (await local.ask('meetings', { title: 'Talk', people: ['clara', 'aisha'] }))
    .body as LocalMeeting;
  const at = `meetings/${encodeURIComponent(meeting.id)}`;
  local.posted.splice(0);
  await local.ask(`${at}/start`, {});
  await local.ask(`${at}/end`, {});
  expect(local.posted).toMatchObject([
    {
      name: 'application/vnd.microsoft.meetingStart',
      channelData: { meeting: { id: meeting.id } },
      conversation: { id: meeting.chatId },
      value: { Title: 'Talk', StartTime: expect.any(String) },
    },
    { name: 'application/vnd.microsoft.meetingEnd', value: { EndTime: expect.any(String) } },
  ]);
  local.posted.splice(0);
  await local.ask(`${at}/start`, {});
  const lost = await local.ask(`${at}/end`, { loseEvent: true });
  expect(lost.body).toMatchObject({ state: 'ended' });
  expect(kindsOf()).toEqual(['application/vnd.microsoft.meetingStart']);
});

it('keeps chats, meetings, clock and log over a restart', async () => {
  await local.ask('chats/clara/messages', { text: 'Remember me' });
  await local.ask('meetings', { title: 'Talk', people: ['clara'] });
  await local.ask('clock', { advanceMs: 86_400_000 });
  expect(local.done).toEqual(['tick 86400000']);
  await local.stop();
  local = await aTeams({ dataDir });
  expect(local.teams.chats.list(clara.chatId)).toMatchObject([{ text: 'Remember me' }]);
  expect(local.teams.meetings.list()).toMatchObject([{ title: 'Talk' }]);
  expect(local.teams.clock.offsetMs).toBe(86_400_000);
});

it('tells the bot where the connector went when it moved', async () => {
  await local.stop();
  local = await aTeams({ dataDir });
  await settleIn(local.teams);
  expect(kindsOf()).toEqual(PEOPLE.map(() => 'add-upgrade'));
  await settleIn(local.teams);
  expect(kindsOf()).toEqual([]);
});

it('pushes everything over one socket', async () => {
  const socket = new WebSocket(`${local.teams.url.replace('http', 'ws')}/local/ws`);
  const heard: unknown[] = [];
  socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  await local.ask('chats/clara/messages', { text: 'Hi' });
  await local.ask('clock', { advanceMs: 1000 });
  await expect
    .poll(() => heard)
    .toMatchObject([
      { kind: 'message', people: ['clara'], message: { text: 'Hi' } },
      { kind: 'clock', clock: { offsetMs: 1000 } },
    ]);
  socket.close();
});

it('answers what it does not understand with a sentence', async () => {
  expect(await local.ask('chats/nobody/messages', { text: 'x' })).toMatchObject({
    status: 404,
    body: { error: 'Nobody here is called nobody.' },
  });
  expect((await local.ask('clock', { advanceMs: -1 })).status).toBe(400);
});
