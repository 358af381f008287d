import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgreementBody } from '#api/contract/agreement.ts';
import type { Problem } from '#api/contract/basics.ts';
import type { GoalBody } from '#api/contract/goals.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import type { Flaw, LogEntry, TokenAnswer } from '#local/contract.ts';
import { type Local, startLocal } from '#local/startLocal.ts';
import { findPerson } from '#local/teams/people.ts';
import { wordsFor } from '#words/words.ts';
import { snapshot } from './books.ts';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory, MEETING, STORY, type Step } from './driver.ts';
import { cohortOf } from './enrolling.ts';
import { anActivity, channelToken, forgedTokens, post } from './forged.ts';
import { FEEDBACK, lookUp, meetingOf, meetingsOf, panelOf, whereOf } from './meeting.ts';
import { goalsOf, pairOf } from './pairing.ts';
import { type Button, type Person, textOf } from './people.ts';

/** One local world; each test goes on where the one before it ended. */
let local: Local;
let cast: Cast;

const live = async (steps: readonly Step[]): Promise<void> => {
  cast = await liveTheStory(local, { steps });
};
const upTo = (last: string): Step[] => STORY.slice(0, STORY.findIndex(({ name }) => name === last) + 1);
const between = (first: string, last: string): Step[] =>
  upTo(last).slice(STORY.findIndex(({ name }) => name === first));

/** Does something, and compares every row before and after. */
async function changesNothing<T>(does: () => Promise<T>): Promise<T> {
  await cast.settle();
  const before = await snapshot(local);
  const answer = await does();
  await cast.settle();
  expect(await snapshot(local)).toEqual(before);
  return answer;
}

const words = wordsFor('en');
const NAMES = /Clara|Exampleton|Aisha|Specimen|Diego|Muestra/;
const isSentence = expect.stringMatching(/^\p{Lu}.*[.!?]$/su);

beforeAll(async () => {
  local = await startLocal();
  await live(ENROLMENT.slice(0, 1));
});
afterAll(() => local?.stop());

describe('a wrong CSV', () => {
  const csv = [
    'Name,Mail,Role,Manager,Department,Location',
    'Clara Exampleton,clara.exampleton@turntable.example,executive,,Finance,London',
    ',diego.muestra@turntable.example,executive',
    'Zofia Przykład,not a mail,mentor',
    'Kenji Mihon,kenji.mihon@turntable.example,boss',
    'Inês Amostra,CLARA.exampleton@turntable.example,mentor',
    'Mehmet Örnek,,mentor',
    'Lwazi Isampula,lwazi.isampula@turntable.example,mentor,Nora Nemo',
    'Liisa Näide,liisa.naide@turntable.example,mentor,,,,too much',
  ].join('\r\n');

  it('is refused with every problem by line and column', async () => {
    const route = `POST /api/cohorts/${await cohortOf(cast)}/import`;
    const { status, body } = await changesNothing(() =>
      cast.noor.call<Problem>(route, { body: new TextEncoder().encode(csv) }),
    );
    expect(status).toBe(422);
    expect(body.problems?.map(({ where }) => where)).toEqual([
      'line 3, column name',
      'line 4, column mail',
      'line 5, column role',
      'line 6, column mail',
      'line 7, column mail',
      'line 8, column manager',
      'line 9',
    ]);
    for (const { what } of body.problems ?? []) expect(what).toMatch(/\.$|\?$/);
  });
});

describe('a button', () => {
  let yes: Button;

  it('that was pressed twice does it once', async () => {
    await live(upTo('the champion publishes it'));
    const { pair } = await pairOf(cast.clara);
    yes = (await cast.clara.findButton('pair.answer', { pair, answer: 'yes' })) as Button;
    const first = await cast.clara.press(yes);
    const again = await changesNothing(() => cast.clara.press(yes));
    expect([first.kind, again.kind]).toEqual(['card', 'card']);
    expect(again.card).toEqual(first.card);
    const before = (await cast.clara.chat()).length;
    const [one, other] = await Promise.all([cast.clara.press(yes), cast.clara.press(yes)]);
    expect([one.kind, other.kind]).toEqual(['card', 'card']);
    expect((await cast.clara.chat()).length).toBe(before);
  });

  it('of an invitation that is answered already says so, in one conversation', async () => {
    const cohort = await cohortOf(cast);
    const invitation = (await cast.diego.chat()).find((one) =>
      textOf(one).includes(words('bot:invitation.title')),
    );
    const join = {
      message: invitation?.id ?? '',
      verb: 'enrolment.answer',
      data: { cohort, answer: 'join' },
    };
    const pressed = await changesNothing(() => cast.diego.press(join));
    expect(pressed.kind).toBe('card');
    expect(JSON.stringify(pressed.card)).toContain('this invitation is settled and nothing was changed.');
  });

  it('that somebody else presses does nothing, and tells nothing', async () => {
    const { pair } = await pairOf(cast.clara);
    const cohort = await cohortOf(cast);
    const strangers: [string, string, object, object?][] = [
      ['meera', 'pair.answer', { pair, answer: 'yes' }],
      ['meera', 'pair.answer', { pair, answer: 'notThisTime' }],
      ['noor', 'pair.answer', { pair, answer: 'yes' }],
      ['meera', 'feedback.give', { pair, occurrence: 'any' }, FEEDBACK],
      ['gabriel', 'enrolment.answer', { cohort, answer: 'join' }],
      ['gabriel', 'announcement.reply', { cohort, announcement: 'any' }, { text: 'Hello' }],
      ['meera', 'pair.answer', { pair: { toString: 'x' }, answer: 'yes' }],
      ['meera', 'toString', {}],
    ];
    for (const [who, verb, data, inputs] of strangers) {
      const pressed = await changesNothing(() =>
        local.ask<{ kind: string; text?: string }>(`chats/${who}/actions`, {
          ...{ message: yes.message, chat: findPerson(who)?.chatId, inputs },
          action: { type: 'Action.Execute', verb, data },
        }),
      );
      expect(pressed, `${who} ${verb}`).toMatchObject({ kind: 'message', text: isSentence });
      expect(pressed.text).not.toMatch(NAMES);
    }
  });

  it('that says no ends nothing for the other before its time', async () => {
    const { pair } = await pairOf(cast.diego);
    const no = await cast.diego.findButton('pair.answer', { pair, answer: 'notThisTime' });
    const before = await pairOf(cast.diego);
    expect(await cast.diego.press(no as Button)).toMatchObject({ kind: 'card' });
    expect((await pairOf(cast.diego)).state).toBe(before.state);
    expect(await cast.diego.press(no as Button, { sure: 'true' })).toMatchObject({ kind: 'card' });
    const { state, next } = await pairOf(cast.meera);
    expect([state, next]).toEqual(['introduced', 'answer']);
    await live(between('aisha says yes', 'aisha says yes'));
    await live(between('the mentor drafts the agreement', 'the mentor gives feedback in the panel'));
  });
});

describe('two tabs that save the same', () => {
  /** The second tab is told, and what the first saved stays. */
  async function saveTwice<T extends { etag?: string }>(
    who: Person,
    save: { route: string; etag: string; first: unknown; second: unknown },
  ): Promise<T> {
    const first = await who.call<T>(save.route, { body: save.first, etag: save.etag });
    expect(first.status).toBeLessThan(300);
    const second = await changesNothing(() =>
      who.call<Problem>(save.route, { body: save.second, etag: save.etag }),
    );
    expect(second).toMatchObject({
      status: 412,
      body: { type: 'urn:turntable:changedMeanwhile', detail: isSentence },
    });
    return first.body;
  }

  it('profile', async () => {
    const { etag, ...profile } = await cast.clara.ask<ProfileView>('GET /api/profile');
    await saveTwice(cast.clara, {
      ...{ route: 'PUT /api/profile', etag },
      first: { ...profile, capacity: 2 },
      second: { ...profile, capacity: 3 },
    });
    expect((await cast.clara.ask<ProfileView>('GET /api/profile')).capacity).toBe(2);
  });

  it('goal', async () => {
    const { pair } = await pairOf(cast.clara);
    const goal = (await goalsOf(cast.clara)).find(({ isMine }) => isMine);
    const route = `PUT /api/pairs/${pair}/goals/${goal?.goal}`;
    const to = (confidence: number): GoalBody => ({ text: goal?.text ?? '', confidence });
    await saveTwice(cast.clara, { route, etag: goal?.etag ?? '', first: to(5), second: to(1) });
    expect((await goalsOf(cast.clara)).find(({ isMine }) => isMine)?.confidence).toBe(5);
  });

  it('agreement', async () => {
    const { pair, agreement } = await pairOf(cast.aisha);
    const to = (whatItIs: string) => ({ ...(agreement?.text as AgreementBody), whatItIs });
    await saveTwice(cast.aisha, {
      ...{ route: `PUT /api/pairs/${pair}/agreement`, etag: String(agreement?.version) },
      first: to('A conversation'),
      second: to('A course'),
    });
    const after = (await pairOf(cast.clara)).agreement;
    expect([after?.version, after?.text.whatItIs]).toEqual([2, 'A conversation']);
  });
});

describe('a token that is not right', () => {
  const FLAWS: Flaw[] = ['expired', 'audience', 'tenant', 'issuer', 'scope', 'key', 'unsigned'];

  it('gets 401 from the API and nothing more, whatever is wrong with it', async () => {
    const { pair } = await pairOf(cast.aisha);
    const routes: [string, unknown?][] = [
      ['GET /api/me'],
      ['PUT /api/me/settings', { newsMuted: true }],
      [`GET /api/pairs/${pair}`],
      ['GET /api/pairs/nothing'],
      ['POST /api/cohorts', { nonsense: true }],
    ];
    const flawed = FLAWS.map(
      async (flaw) => (await local.ask<TokenAnswer>('tokens', { person: 'aisha', flaw })).token,
    );
    const tokens = ['', 'nonsense', 'a.b.c', ...(await Promise.all(flawed))];
    const answers = await changesNothing(() =>
      Promise.all(
        routes.flatMap(([route, body]) => tokens.map((token) => cast.aisha.call(route, { body, token }))),
      ),
    );
    const bodies = new Set(answers.map(({ status, body }) => JSON.stringify([status, body])));
    expect([...bodies].map((body) => JSON.parse(body))).toEqual([
      [
        401,
        {
          type: 'urn:turntable:unauthorised',
          ...{ title: 'Please sign in', status: 401, detail: isSentence, reference: '' },
        },
      ],
    ]);
  });

  it('brings nothing into the bot', async () => {
    const before = (await local.ask<LogEntry[]>('log')).length;
    await changesNothing(async () => {
      for (const [flaw, authorization] of Object.entries(await forgedTokens(local))) {
        const answer = await post(local, authorization, anActivity(local));
        expect([401, 403], flaw).toContain(answer.status);
        expect(await answer.text(), flaw).toBe('');
      }
      const elsewhere = {
        conversation: { id: 'a:1', tenantId: crypto.randomUUID(), conversationType: 'personal' },
      };
      for (const wrong of [{ serviceUrl: 'https://evil.example/' }, { channelId: 'webchat' }, elsewhere]) {
        const answer = await post(local, await channelToken(local), anActivity(local, wrong));
        expect([401, 403], JSON.stringify(wrong)).toContain(answer.status);
      }
      expect((await post(local, await channelToken(local), { type: 'message' })).status).toBe(400);
    });
    expect((await local.ask<LogEntry[]>('log')).length).toBe(before);
    expect((await post(local, await channelToken(local), anActivity(local))).status).toBe(200);
    expect(await cast.aisha.ask('GET /api/me')).toMatchObject({ newsMuted: true });
  });
});

describe('somebody who is not of the pair', () => {
  it.each(['meera', 'noor'] as const)('learns nothing of it on any route (%s)', async (name) => {
    const who = cast[name];
    const { pair, agreement } = await pairOf(cast.clara);
    const found = await lookUp(cast, cast.clara);
    const occurrence = found.state === 'yours' ? found.occurrence : '';
    const { panel } = await panelOf(cast, cast.clara);
    const meeting = await meetingOf(cast);
    const [goal] = await goalsOf(cast.clara);
    const at = `/api/pairs/${pair}`;
    const routes: [string, unknown?, (string | undefined)?][] = [
      [`GET ${at}`],
      ...['goals', 'meetings', 'kept'].map((part): [string] => [`GET ${at}/${part}`]),
      [`POST ${at}/answer`, { answer: 'yes' }],
      [`PUT ${at}/agreement`, agreement?.text, String(agreement?.version)],
      [
        `POST ${at}/agreement/${agreement?.version}/signature`,
        { hash: agreement?.hash, confidentiality: true },
      ],
      [`DELETE ${at}/agreement/consent`],
      [`GET ${at}/mine`],
      [`POST ${at}/goals`, { text: 'Mine', confidence: 1 }],
      [`PUT ${at}/goals/${goal?.goal}`, { text: 'Mine', confidence: 1 }, goal?.etag],
      [`GET ${at}/panel?occurrence=${occurrence}`],
      [`GET ${at}/panel?occurrence=${occurrence}&after=${panel.etag}`],
      [`POST ${at}/panel?occurrence=${occurrence}`, { move: 'another' }, panel.etag],
      [`POST ${at}/meetings/${occurrence}/feedback`, FEEDBACK],
      ['POST /api/meetings', { ...whereOf(meeting), pair, startsAt: null, plannedEnd: null }],
    ];
    const secrets = [panel.prompt.text, goal?.text ?? '', agreement?.text.whatItIs ?? '', 'Clara', 'Aisha'];
    for (const [route, body, etag] of routes) {
      const answer = await changesNothing(() => who.call(route, { body, etag }));
      expect(answer.status, route).toBe(404);
      for (const secret of secrets) expect(JSON.stringify(answer.body), route).not.toContain(secret);
    }
    expect(await changesNothing(() => lookUp(cast, who))).toEqual({ state: 'elsewhere' });
  });

  it('gets no answer about a cohort that is not theirs', async () => {
    const at = `/api/cohorts/${await cohortOf(cast)}`;
    for (const path of ['', '/members', '/rounds', '/announcements', '/insights'])
      expect((await cast.meera.call(`GET ${at}${path}`)).status, path).toBe(404);
  });
});

describe('a button that comes too late', () => {
  const DAY_MS = 86_400_000;

  it('ends in a kind sentence when the introduction has ended', async () => {
    await live(MEETING.slice(-2));
    const { pair } = await pairOf(cast.meera);
    const yes = (await cast.meera.findButton('pair.answer', { pair, answer: 'yes' })) as Button;
    await cast.advance(9 * DAY_MS);
    await cast.until('both know that it ended', async () =>
      (await Promise.all([cast.diego, cast.meera].map((who) => who.chat()))).every((chat) =>
        textOf(chat.at(-1) as never).includes('ended'),
      ),
    );
    const pressed = await changesNothing(() => cast.meera.press(yes));
    expect(pressed.kind).toBe('card');
    expect(JSON.stringify(pressed.card)).toContain('Diego Muestra');
    expect(JSON.stringify(pressed.card)).not.toMatch(/Clara|Exampleton|Aisha|Specimen/);
    expect((await pairOf(cast.meera)).state).toBe('ended');
  });

  it('gives feedback once, however often it is pressed', async () => {
    const { pair } = await pairOf(cast.clara);
    const [meeting] = await meetingsOf(cast.clara);
    const card = (await cast.clara.chat()).find((one) =>
      textOf(one).includes(words('feedback:thanks', { name: 'Clara' })),
    );
    const data = { pair, occurrence: meeting?.occurrence };
    const again = { message: card?.id ?? '', verb: 'feedback.give', data };
    const pressed = await changesNothing(() => cast.clara.press(again, { ...FEEDBACK, worthTheHour: '1' }));
    expect(pressed.kind).toBe('card');
  });
});
