import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CohortView, Members } from '#api/contract/cohorts.ts';
import type { MeetingLookup, PanelView } from '#api/contract/meetings.ts';
import type { LocalMeeting } from '#local/contract.ts';
import { Cast } from './cast.ts';
import { giveContact } from './enrolling.ts';
import { type Colleague, csvOf, joins } from './forty.ts';
import { fill, NARROW, pictureChat, press, seatOf, sees, tab } from './hands.ts';
import { look } from './looking.ts';
import { whereOf } from './meeting.ts';
import { pairOf, sayYes } from './pairing.ts';
import type { Person } from './people.ts';
import { pictureOfFailure, type Seat, startWorld, type World } from './world.ts';
import { dayAhead, heardBy, hears, told } from './yearly.ts';

/** A circle: Clara learns; Aisha, Meera and Diego are her mentors, together. */
let world: World;
let cast: Cast;
let noor: Seat;
let diego: Seat;
let all: Person[];

const NAME = 'Finance circles';
const somebody = (first: string, last: string, wants: string[], offers: string): Colleague => ({
  name: `${first} ${last}`,
  mail: `${first}.${last}@turntable.example`.toLowerCase(),
  role: wants.length > 0 ? 'executive' : 'mentor',
  profile: {
    wants: wants.map((id) => ({ id, label: id })),
    offers: offers ? [{ id: offers, label: offers, strength: 3 }] : [],
    ...{ interests: [{ id: 'cycling', label: 'cycling' }], capacity: 1 },
  },
});
const PEOPLE = [
  somebody('Clara', 'Exampleton', ['shortVideo', 'python', 'generativeAi'], ''),
  somebody('Aisha', 'Specimen', [], 'shortVideo'),
  somebody('Meera', 'Namoona', [], 'python'),
  somebody('Diego', 'Muestra', [], 'generativeAi'),
];

beforeAll(async () => {
  world = await startWorld();
  cast = new Cast(world.local);
  all = [cast.clara, cast.aisha, cast.meera, cast.diego];
  noor = await seatOf(world, 'noor', 'Noor Prøve');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await pictureOfFailure(noor.page, 'circle');
  if (diego) await pictureOfFailure(diego.page, 'circle-diego');
  process.stdout.write(`${world.local.appLog().slice(-3000)}\n`);
});
afterAll(() => world?.stop());

describe('a circle', () => {
  it('is what the champion chooses for a cohort, and four people join it', async () => {
    await tab(noor, 'Programme');
    await press(noor, 'Create a cohort');
    await fill(noor, 'Name', NAME);
    await noor.tab.getByRole('radio', { name: 'In circles' }).check({ force: true });
    await noor.tab.getByRole('radio', { name: '3', exact: true }).last().check({ force: true });
    await look(noor, 'circle-form', { widths: NARROW });
    await press(noor, 'Create cohort');
    await sees(noor, NAME);
    const { cohorts } = await cast.noor.ask<{ cohorts: CohortView[] }>('GET /api/cohorts');
    const [{ cohort = '', circle = null } = {}] = cohorts;
    expect(circle).toEqual({ least: 2, most: 3 });
    const csv = { name: 'four.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(PEOPLE)) };
    await noor.tab.getByLabel('CSV file').setInputFiles(csv);
    await press(noor, 'Import these people');
    await sees(noor, /Done: 4 new/);
    await giveContact(cast, cohort);
    await press(noor, 'Invite 4 people');
    await cast.until('all are invited', async () => {
      const { members } = await cast.noor.ask<Members>(`GET /api/cohorts/${cohort}/members`);
      return members.every(({ state }) => state === 'invited');
    });
    for (const person of PEOPLE) await joins(world.local, cohort, person);
  });

  it('is found, reviewed as one, and published', async () => {
    await tab(noor, 'Matching');
    await press(noor, 'Run a round');
    await sees(noor, '1 circle.');
    await sees(noor, 'These circles suit everybody as well as any could, to within 0.1%.');
    await sees(noor, /would mentor Clara Exampleton together/);
    await look(noor, 'circle-round', { widths: NARROW });
    await press(noor, 'Publish this round');
    await sees(noor, '4 people get an introduction');
    await press(noor, 'Yes, introduce them');
    await sees(noor, /were introduced to Clara Exampleton/);
    await cast.settle();
  });

  it('is introduced to each with their own reasons, in words for several', async () => {
    const asked = await hears(cast, cast.clara, 'these colleagues would be your mentors');
    expect(asked).toContain('one of your mentors has offered exactly that');
    expect(await hears(cast, cast.meera, 'one of the mentors of Clara Exampleton')).toContain('Python');
    for (const who of all) expect((await heardBy(who, 'Why this circle')).length).toBe(1);
    await pictureChat(world, 'clara', 'Clara Exampleton', 'Why this circle');
    await pictureChat(world, 'meera', 'Meera Namoona', 'Why this circle');
    diego = await seatOf(world, 'diego', 'Diego Muestra');
    await look(diego, 'circle-home', { themes: ['light'] });
    await press(diego, 'See the introduction');
    await sees(diego, 'Why this circle');
    await look(diego, 'circle-introduction', { widths: NARROW });
  });

  it('begins when all have said yes, and opens when all have signed the same', async () => {
    for (const who of all) await sayYes(cast, who);
    for (const who of all) await hears(cast, who, 'You have all said yes');
    const { pair, draft } = await pairOf(cast.meera);
    expect(draft?.whatItIs).toContain('take the lead, Clara comes to learn');
    await cast.meera.ask(
      `PUT /api/pairs/${pair}/agreement`,
      { ...draft, endsOn: await dayAhead(cast, 120) },
      '0',
    );
    for (const who of [cast.meera, cast.aisha, cast.diego, cast.clara]) {
      expect((await pairOf(cast.clara)).hasSpace).toBe(false);
      const { agreement } = await pairOf(who);
      const body = { hash: agreement?.hash, confidentiality: true };
      await who.ask(`POST /api/pairs/${pair}/agreement/${agreement?.version}/signature`, body);
    }
    await told(cast);
    for (const who of all) await hears(cast, who, 'You have all signed');
    await diego.page.reload();
    await press(diego, /^Open: /);
    await look(diego, 'circle-space', { widths: NARROW });
  });

  it('meets: the first answer goes round, all see the same question, and each says how it was', async () => {
    const { pair } = await pairOf(cast.aisha);
    const people = ['aisha', 'clara', 'meera', 'diego'];
    const meeting = await cast.local.ask<LocalMeeting>('meetings', { title: 'The circle', people });
    await cast.local.ask(`meetings/${encodeURIComponent(meeting.id)}/start`, {});
    const { startsAt, plannedEnd } = meeting;
    await cast.aisha.ask('POST /api/meetings', { ...whereOf(meeting), pair, startsAt, plannedEnd });
    const panels = async (): Promise<{ path: string; panel: PanelView }[]> =>
      Promise.all(
        all.map(async (who) => {
          const found = await who.ask<MeetingLookup>('POST /api/meetings/entry', whereOf(meeting));
          if (found.state !== 'yours') throw new Error(`To ${who.key} the meeting is ${found.state}.`);
          const path = `/api/pairs/${pair}/panel?occurrence=${found.occurrence}`;
          return { path, panel: await who.ask<PanelView>(`GET ${path}`) };
        }),
      );
    const firsts = new Set<string>();
    for (const who of all) {
      const now = await panels();
      expect(new Set(now.map(({ panel }) => panel.prompt.id)).size).toBe(1);
      expect(now.filter(({ panel }) => panel.firstIsMe)).toHaveLength(1);
      firsts.add(now[0]?.panel.first ?? '');
      const mine = now[all.indexOf(who)];
      await who.ask(`POST ${mine?.path}`, { move: 'another' }, mine?.panel.etag);
    }
    expect(firsts.size).toBe(4);
    const occurrence = (await panels())[0]?.path.split('occurrence=')[1] ?? '';
    for (const who of all)
      await who.ask(`POST /api/pairs/${pair}/meetings/${occurrence}/feedback`, { worthTheHour: 4 });
    await cast.local.ask(`meetings/${encodeURIComponent(meeting.id)}/end`, {});
    await cast.settle();
  });

  it('goes on without a mentor who leaves, and ends for all when the executive ends it', async () => {
    await press(diego, /^More about you, /);
    await diego.tab.getByRole('menuitem', { name: /^Leave this circle/ }).click();
    await look(diego, 'circle-leave', { themes: ['light'], widths: NARROW });
    await press(diego, 'Yes, leave');
    await sees(diego, /has ended$/);
    await told(cast);
    for (const who of [cast.clara, cast.aisha, cast.meera]) {
      await hears(cast, who, 'Diego Muestra has left your circle');
      expect(await pairOf(who)).toMatchObject({ state: 'active', hasSpace: true });
    }
    const { pair } = await pairOf(cast.clara);
    await cast.clara.ask(`POST /api/pairs/${pair}/end`);
    await told(cast);
    for (const who of all) expect((await heardBy(who, 'Your pair has ended')).length, who.key).toBe(1);
  });

  it('went by without a complaint of a page', () => expect(world.complaints).toEqual([]));
});
