import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgreementBody } from '#api/contract/agreement.ts';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import type { Problem } from '#api/contract/basics.ts';
import type { CohortView } from '#api/contract/cohorts.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import type { ChatMessage } from '#local/contract.ts';
import { type Local, startLocal } from '#local/startLocal.ts';
import { findPerson } from '#local/teams/people.ts';
import { wordsFor } from '#words/words.ts';
import { snapshot } from './books.ts';
import type { Cast } from './cast.ts';
import { liveTheStory, STORY } from './driver.ts';
import { giveContact, importCsv } from './enrolling.ts';
import { HOSTILE, LONG, type Shown, shownIn } from './hostile.ts';
import { FEEDBACK, lookUp, meetingsOf } from './meeting.ts';
import { goalsOf, pairOf } from './pairing.ts';
import type { Answered, Person } from './people.ts';

let local: Local;
let cast: Cast;
/** A cohort of Diego alone, for news that need not go to everybody. */
let small = '';
/** Clara's introduction, before she answered it. */
let introduction: Shown;

const words = wordsFor('en');
const TEXTS = Object.entries(HOSTILE).map(([what, text]) => ({ what, text }));
const PEOPLE = ['clara', 'diego', 'aisha', 'meera', 'noor'] as const;
const csvOf = (key: string): string => `Name,Mail,Role\n${key},${findPerson(key)?.mail},mentor`;
const isSentence = expect.stringMatching(/^\p{Lu}.*[.!?]$/su);

const after = (name: string): number => STORY.findIndex((step) => step.name === name) + 1;
const between = (done: string, last: string) => STORY.slice(after(done), after(last));

beforeAll(async () => {
  local = await startLocal();
  cast = await liveTheStory(local, { steps: between('', 'meera says who they are') });
  const topics = TEXTS.slice(0, 2).map(({ text: label }, n) => ({ id: `own:${n}`, label }));
  await edit(cast.clara, (profile) => ({ ...profile, wants: [...profile.wants, ...topics] }));
  const offered = topics.map((topic) => ({ ...topic, strength: 3 as const }));
  await edit(cast.aisha, (profile) => ({ ...profile, offers: [...profile.offers, ...offered] }));
  await liveTheStory(local, { steps: between('meera says who they are', 'the champion publishes it') });
  introduction = shownIn((await cast.clara.chat()).at(-1) as ChatMessage);
  await liveTheStory(local, {
    steps: between('the champion publishes it', 'the mentor confirms whose it is'),
  });
  small = (await cast.noor.ask<CohortView>('POST /api/cohorts', aCohort('Small'))).cohort;
  await importCsv(cast, small, csvOf('diego'));
  await giveContact(cast, small);
  await cast.noor.ask(`POST /api/cohorts/${small}/invitations`, {});
});
afterAll(() => local?.stop());

const aCohort = (name: string) => ({
  ...{ name, kind: 'wave', startsOn: '2030-01-01', endsOn: '2030-06-30' },
});

async function edit(who: Person, change: (profile: ProfileView) => ProfileView): Promise<Answered<Problem>> {
  const { etag, ...profile } = change(await who.ask<ProfileView>('GET /api/profile'));
  return who.call<Problem>('PUT /api/profile', { body: profile, etag });
}

const newsIn = async (): Promise<AnnouncementView[]> => {
  const route = `GET /api/cohorts/${small}/announcements`;
  return (await cast.noor.ask<{ announcements: AnnouncementView[] }>(route)).announcements;
};

/** A place where people write: how it is written, and everything that is read there afterwards. */
interface Field {
  write(text: string): Promise<Answered<Problem>>;
  read(): Promise<string[]>;
}

const inAgreement = (name: keyof AgreementBody): Field => ({
  async write(text) {
    const { pair, agreement } = await pairOf(cast.aisha);
    const body = { ...agreement?.text, [name]: text };
    return cast.aisha.call(`PUT /api/pairs/${pair}/agreement`, { body, etag: String(agreement?.version) });
  },
  read: async () => [String((await pairOf(cast.clara)).agreement?.text[name])],
});

const inNews = (name: 'title' | 'text'): Field => ({
  write: (text) => {
    const body = { title: 'News', text: 'New', audience: 'everyone', [name]: text };
    return cast.noor.call(`POST /api/cohorts/${small}/announcements`, { body });
  },
  read: async () => (await newsIn()).map((news) => news[name]),
});

const FIELDS: Record<string, Field> = {
  'the name of a cohort': {
    write: (name) => cast.noor.call('POST /api/cohorts', { body: aCohort(name) }),
    async read() {
      const { cohorts } = await cast.noor.ask<{ cohorts: CohortView[] }>('GET /api/cohorts');
      return cohorts.map(({ name }) => name);
    },
  },
  'respect for time': inAgreement('respectForTime'),
  'what it is': inAgreement('whatItIs'),
  'what it is not': inAgreement('whatItIsNot'),
  'what the executive wants to learn': inAgreement('executiveWantsToLearn'),
  'how each helps': inAgreement('howEachHelps'),
  'where and how': inAgreement('whereAndHow'),
  'a goal': {
    async write(text) {
      const { pair } = await pairOf(cast.clara);
      return cast.clara.call(`POST /api/pairs/${pair}/goals`, { body: { text, confidence: 1 } });
    },
    read: async () => (await goalsOf(cast.aisha)).map(({ text }) => text),
  },
  'the title of an announcement': inNews('title'),
  'the text of an announcement': inNews('text'),
};

const TOPIC: Field = {
  write: (label) => edit(cast.meera, (profile) => ({ ...profile, interests: [{ id: 'own:x', label }] })),
  async read() {
    const { interests } = await cast.meera.ask<ProfileView>('GET /api/profile');
    return interests.map(({ label }) => label);
  },
};

/** Refused with a sentence, and every row as it was. */
async function isRefused(write: () => Promise<Answered<Problem>>): Promise<void> {
  await cast.settle();
  const before = await snapshot(local);
  const { status, body } = await write();
  expect([413, 422]).toContain(status);
  expect(body.detail).toEqual(isSentence);
  await cast.settle();
  expect(await snapshot(local)).toEqual(before);
}

/** Names and titles stand beside other words, which nothing in them may turn around. */
const unturned = (text: string): string => text.replace(/[\u202a-\u202e]/g, '');
const NAMES = ['the name of a cohort', 'the title of an announcement'];

/** Signs that mean a look which no card has. */
const isUnshowable = (name: string, what: string): boolean =>
  name === 'the text of an announcement' && what === 'markdown';

describe.each(Object.entries(FIELDS))('%s', (name, field) => {
  it.each(TEXTS)('keeps $what as it was written, unless no card could show it', async ({ what, text }) => {
    if (isUnshowable(name, what)) return isRefused(() => field.write(text));
    expect((await field.write(text)).status).toBeLessThan(300);
    expect(await field.read()).toContain(NAMES.includes(name) ? unturned(text) : text);
  });

  it('refuses a hundred thousand letters', () => isRefused(() => field.write(LONG)));
});

describe('a topic of somebody’s own', () => {
  it.each([...TEXTS, { what: 'eighty letters', text: 'abcd '.repeat(16).trim() }])(
    'keeps $what as it was written, or refuses it',
    async ({ text }) => {
      const before = await TOPIC.read();
      const { status, body } = await TOPIC.write(text);
      if (status >= 300) expect(body).toMatchObject({ status: 422, detail: isSentence });
      expect(await TOPIC.read()).toEqual(status < 300 ? [unturned(text)] : before);
    },
  );

  it('refuses a hundred thousand letters', () => isRefused(() => TOPIC.write(LONG)));
});

describe('feedback', () => {
  const ALL = TEXTS.map(({ text }) => text).join('\n');

  it('refuses a hundred thousand letters, and keeps the rest as it was written', async () => {
    const found = await lookUp(cast, cast.aisha);
    const at = found.state === 'yours' ? found : { pair: '', occurrence: '' };
    const route = `POST /api/pairs/${at.pair}/meetings/${at.occurrence}/feedback`;
    for (const field of ['learned', 'surprised'])
      await isRefused(() => cast.aisha.call(route, { body: { ...FEEDBACK, [field]: LONG } }));
    await cast.aisha.ask(route, { ...FEEDBACK, learned: ALL, surprised: ALL });
    const [meeting] = await meetingsOf(cast.clara);
    expect([meeting?.partnerLearned, meeting?.partnerSurprised]).toEqual([ALL, ALL]);
  });
});

describe('the reply to an announcement', () => {
  it.each(TEXTS)('keeps $what as it was written', async ({ text }) => {
    const button = await cast.diego.findButton('announcement.reply');
    expect(await cast.diego.press(button as never, { text })).toMatchObject({ kind: 'message' });
    expect((await newsIn()).flatMap(({ replies }) => replies.map((reply) => reply.text))).toContain(text);
  });

  it('refuses a hundred thousand letters', async () => {
    await cast.settle();
    const before = await snapshot(local);
    const button = await cast.diego.findButton('announcement.reply');
    const pressed = await cast.diego.press(button as never, { text: LONG });
    expect(pressed).toMatchObject({ kind: 'message', text: isSentence });
    expect(await snapshot(local)).toEqual(before);
  });
});

describe('the chat', () => {
  it.each([...TEXTS, { what: 'a hundred thousand letters', text: LONG }])(
    'answers $what with sense',
    async ({ text }) => {
      for (const who of [cast.diego, cast.meera]) {
        const before = (await who.chat()).length;
        await who.say(text);
        const [answer, ...more] = (await who.chat()).slice(before + 1);
        expect(more).toEqual([]);
        expect(answer?.from).toBe('bot');
        expect(JSON.stringify(answer)).not.toContain(words('bot:sorry'));
        expect(JSON.stringify(answer).length).toBeLessThan(30_000);
      }
    },
  );

  it('shows the name of a cohort, and everything else people wrote, as text and in no other way', async () => {
    for (const { text } of TEXTS.slice(0, 2)) {
      const { cohort } = await cast.noor.ask<CohortView>('POST /api/cohorts', aCohort(text));
      await importCsv(cast, cohort, csvOf('meera'));
      await giveContact(cast, cohort);
      await cast.noor.ask(`POST /api/cohorts/${cohort}/invitations`, {});
    }
    for (const who of [cast.clara, cast.aisha, cast.meera])
      for (const text of ['profile', 'status']) await who.say(text);
    await cast.settle();
    const chats = await Promise.all(PEOPLE.map((name) => cast[name].chat()));
    const said = chats.flat().filter(({ from }) => from === 'bot');
    const runs = said.map((message) => shownIn(message).runs).join('\n');
    const elsewhere = said.map((message) => shownIn(message).elsewhere).join('\n');
    for (const { text } of TEXTS) {
      expect(runs).toContain(text);
      expect(elsewhere.includes(text) && text).toBe(false);
    }
    for (const message of said) if (message.cards.length === 0) expect(message.textFormat).toBe('plain');
  });

  it('shows how two people wrote a topic of their own in their introduction, as text', () => {
    expect(introduction.elsewhere).toContain(words('bot:introduction.title', { count: 1 }));
    for (const { text } of TEXTS.slice(0, 2)) {
      expect(introduction.runs).toContain(text);
      expect(introduction.elsewhere).not.toContain(text);
    }
  });

  it('leaves no error in the log', () => {
    expect(local.appLog()).not.toMatch(/"level":[56]0/);
  });
});
