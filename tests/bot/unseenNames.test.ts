import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImport } from '#domain/cohorts/readImport.ts';
import { ownTopicId } from '#domain/hearing/topics/topics.ts';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { bytesOf } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { replyToAnnouncement } from '#usecases/announcements/replies.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { personOf } from '#usecases/people/people.ts';

const UNSEEN = ['\u202e\u200b', '  ', '\u0301\u0301', '\u0007', '\u3164', '\u2066\u2069'];
const HIDDEN = '\u202eWave\u200b two\u202c';
const COHORT = { kind: 'wave', startsOn: '2026-12-01', endsOn: '2027-06-30' };

let world: EdgeWorld;
beforeAll(async () => {
  world = await anEdgeWorld();
});
afterAll(() => world.close());

/** Everywhere the API takes a name or title. */
const ENTRANCES: [string, (typed: string) => Promise<{ statusCode: number; body: string }>][] = [
  ['a cohort', (name) => world.ask('noor', 'POST /api/cohorts', { ...COHORT, name })],
  ['an announcement’s title', (title) => announce({ title, text: 'Hello', audience: 'mentors' })],
  ['an announcement’s text', (text) => announce({ title: 'Hello', text, audience: 'mentors' })],
  ['a goal', (text) => world.ask('clara', `POST /api/pairs/${world.pair}/goals`, { text, confidence: 3 })],
  [
    'a goal worded anew',
    (text) => {
      const path = `PUT /api/pairs/${world.pair}/goals/${world.goal}`;
      return world.ask('clara', path, { text, confidence: 3, state: 'open' }, { 'if-match': '"1"' });
    },
  ],
  [
    'a jotting',
    (text) => {
      const path = `POST /api/pairs/${world.pair}/meetings/${world.occurrence}/jottings`;
      return world.ask('clara', path, { text, shared: true });
    },
  ],
  [
    'something learned',
    (text) => world.ask('clara', `POST /api/pairs/${world.pair}/learnings`, { kind: 'learned', text }),
  ],
  ['a topic of one’s own', (label) => saveProfile({ interests: [{ id: 'own:x', label }] })],
  [
    'somebody one would rather not meet',
    (written) => saveProfile({ excludes: [{ directoryId: '', address: '', written: `${written}\u200b` }] }),
  ],
];

const announce = (news: object) => world.ask('noor', `POST /api/cohorts/${world.cohort}/announcements`, news);

async function saveProfile(change: object) {
  const { etag, ...profile } = (await world.ask('clara', 'GET /api/profile')).json();
  return world.ask('clara', 'PUT /api/profile', { ...profile, ...change }, { 'if-match': `"${etag}"` });
}

describe('a name that cannot be seen', () => {
  it.each(ENTRANCES)('is refused with a sentence, and changes no row: %s', async (_, send) => {
    const before = world.ctx.tables.versions();
    for (const typed of UNSEEN) {
      const answer = await send(typed);
      expect(answer.statusCode, JSON.stringify(typed)).toBe(422);
      const { detail, problems = [] } = JSON.parse(answer.body);
      expect(problems[0]?.what ?? detail).toMatch(/^\p{Lu}.{10,}[.!]$|^“/u);
    }
    expect(world.ctx.tables.versions()).toEqual(before);
  });

  it('is kept without what is hidden in it', async () => {
    const made = (await world.ask('noor', 'POST /api/cohorts', { ...COHORT, name: HIDDEN })).json();
    expect(made.name).toBe('Wave two');
    await announce({ title: HIDDEN, text: 'Hello', audience: 'mentors' });
    const path = `GET /api/cohorts/${world.cohort}/announcements`;
    expect((await world.ask('noor', path)).json().announcements[0].title).toBe('Wave two');
  });

  it('is a problem of its line in a file, and hidden characters are left out', () => {
    for (const column of ['name', 'department', 'location'])
      for (const typed of ['\u202e\u200b', '\u0301\u0301', '\u3164']) {
        const cells = { name: 'Ann', department: 'Tax', location: 'Bern', [column]: typed };
        const csv = `name,mail,role,department,location\n${cells.name},a@x.example,mentor,${cells.department},${cells.location}`;
        expect(readImport(bytesOf(csv)).problems, column).toMatchObject([{ column, word: 'invisible' }]);
      }
    const csv = 'name,mail,role\n\u202eAnn\u200b Lee,\u200ba@x.example,mentor';
    const { parts, problems } = readImport(bytesOf(csv));
    expect(problems).toEqual([]);
    expect(JSON.parse(parts[0] ?? '')).toMatchObject([{ name: 'Ann Lee', mail: 'a@x.example' }]);
  });

  it('of an account gives way to the address', async () => {
    const ctx = aContext();
    const directoryId = 'aaaaaaaa-0000-4000-8000-00000000000a';
    const person = await personOf(ctx, { directoryId, mail: 'ann@x.example', name: '\u202e\u200b' });
    expect((await contactOf(ctx, person)).name).toBe('ann@x.example');
    const hidden = { directoryId: directoryId.replace(/a$/, 'b'), mail: 'b@x.example', name: HIDDEN };
    expect((await contactOf(ctx, await personOf(ctx, hidden))).name).toBe('Wave two');
  });

  it('is no topic and no reply in the chat', async () => {
    for (const typed of UNSEEN) {
      expect(ownTopicId(typed)).toBeUndefined();
      const reply = replyToAnnouncement(world.ctx, 'x' as never, world.cohort as never, 'y' as never, typed);
      await expect(reply).rejects.toMatchObject({ word: 'cohort:reply.empty' });
    }
  });
});
