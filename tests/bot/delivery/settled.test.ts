import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '#domain/all/notices.ts';
import { asId, type Day, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { invitationJob } from '#domain/cohorts/notices.ts';
import { cardFor } from '#teams/cards/index.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { settledCardFor } from '#teams/cards/settled.ts';
import {
  AGREEMENT,
  aPaired,
  aPairWorld,
  aSigned,
  introduceThem,
  PAIR,
  type PairWorld,
  PILOT,
  signed,
  TEAMS_MEETING,
} from '#tests/bot/pairWorld.ts';
import { aSearchWorld } from '#tests/bot/searchWorld.ts';
import { contentOf, nodesOf, noticesWith, reader, words } from '#tests/bot/teams/cards/everyCard.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aMeeting, cardIn, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot } from '#tests/bot/teams/surroundings.ts';
import { aPairIn } from '#tests/bot/usecases/pairs/partings.ts';
import { askInName, getBacking, takeBackInName } from '#usecases/announcements/inName.ts';
import { listContacts, nameContact } from '#usecases/cohorts/contactPersons.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { startEnrolment } from '#usecases/enrolment/talk.ts';
import type { Facts } from '#usecases/home/notices.ts';
import { SETTLED_BY } from '#usecases/home/settled.ts';
import { askFeedbackIfDue } from '#usecases/meetings/asking.ts';
import { claimMeeting } from '#usecases/meetings/claims.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { tellMeeting } from '#usecases/meetings/offScreen.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { endPair, wishNewMatch } from '#usecases/pairs/ending.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { askInTurn, startSearch, stopSearch } from '#usecases/searches/searches.ts';
import { Partition } from '#usecases/story/partition.ts';
import { FakeMessenger, live as letLive, welcome } from './delivering.ts';

const local = localTeams();
let world: PairWorld;
let teams: FakeMessenger;
beforeEach(() => {
  teams = new FakeMessenger();
});

const live = (minutes?: number) => letLive({ ctx: world.ctx, clock: world.ctx.clock }, teams, minutes);

async function take(made: PairWorld): Promise<void> {
  world = made;
  for (const person of [world.clara, world.aisha]) {
    const rows = await Partition.open(world.ctx, 'people', person);
    if (!rows.find('channel')) await welcome(world.ctx, person);
  }
}

async function tell(job: string, notice: Notice): Promise<void> {
  const rows = await Partition.open(world.ctx, 'people', world.clara);
  rows.tell({ kind: 'notify', job, to: world.clara, notice });
  await rows.commit();
}

async function invited(): Promise<void> {
  const at = toInstant(world.ctx.clock.now());
  const value = { cohortName: 'Finance pilot', role: 'executive', state: 'invited', invitedAt: at };
  const member = { role: 'executive', state: 'invited', waiting: false };
  await world.ctx.tables.commit('people', world.clara, [
    { op: 'create', key: `enrolment_${PILOT}`, value: { ...value, answeredAt: '' } },
  ]);
  await world.ctx.tables.commit('cohorts', PILOT, [
    { op: 'create', key: `member_${world.clara}`, value: member },
  ]);
  await tell(invitationJob(PILOT, 1), { kind: 'invitation', cohort: PILOT });
}

/** Diego, a champion of the pilot, names somebody as its stand-in. */
async function nameAsStandIn(name: string): Promise<void> {
  const { ctx, diego } = world;
  const at = { cohort: PILOT, person: diego };
  const etag = (await listContacts(ctx, at)).find(({ seat }) => seat === 'standIn')?.etag ?? '';
  await nameContact(ctx, at, { seat: 'standIn', named: { mail: `${name}@turntable.example` }, etag });
}

const answer = (person: PersonId, said: 'yes' | 'meetFirst' | 'notThisTime') =>
  answerIntroduction(world.ctx, person, PAIR, said);

async function firstChat(): Promise<void> {
  await take(await aPairWorld());
  await introduceThem(world);
  await answer(world.clara, 'meetFirst');
  await answer(world.aisha, 'yes');
  await live();
}

const FEEDBACK = {
  worthTheHour: 4,
  ...{ learned: '', surprised: '', shared: false },
  ...({ balanced: '', candid: '', goOn: '' } as const),
};

/** How each card that asks something comes to Clara, and how it is settled elsewhere: in the tab, the panel, by time. */
interface Story {
  comes(): Promise<void>;
  settles(): Promise<unknown>;
  /** What is filled in when the old card is pressed. */
  inputs?: object;
  /** It can be answered otherwise as often as one likes. */
  isOpen?: true;
}
type Asking = { [K in Notice['kind']]: (typeof SETTLED_BY)[K] extends 'stays' ? never : K }[Notice['kind']];

const STORIES: Partial<Record<Asking, Story>> = {
  invitation: {
    comes: async () => {
      await take(await aPairWorld());
      await invited();
    },
    settles: () => startEnrolment(world.ctx, world.clara, PILOT),
  },
  contact: {
    comes: async () => {
      await take(await aPairWorld());
      const { ctx, diego } = world;
      const since = { since: toInstant(ctx.clock.now()) };
      await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `champion_${diego}`, value: since }]);
      await nameAsStandIn('clara');
    },
    settles: () => nameAsStandIn('ruth'),
  },
  inName: {
    comes: async () => {
      await take(await aPairWorld());
      const { ctx, diego, clara } = world;
      const since = { since: toInstant(ctx.clock.now()) };
      await ctx.tables.commit('cohorts', PILOT, [
        { op: 'create', key: `champion_${diego}`, value: since },
        { op: 'create', key: `sponsor_${clara}`, value: since },
      ]);
      const news = { title: 'We start', text: 'Welcome', audience: 'everyone' } as const;
      await askInName(ctx, { cohort: PILOT, person: diego }, news, 'asked');
      await live();
    },
    settles: async () => {
      const at = { cohort: PILOT, person: world.diego };
      const [asked] = (await getBacking(world.ctx, at)).inName;
      await takeBackInName(world.ctx, at, asked?.announcement ?? asId('none'));
    },
  },
  introduction: {
    comes: async () => {
      await take(await aPairWorld());
      await introduceThem(world);
    },
    settles: () => answer(world.clara, 'yes'),
  },
  firstChat: { comes: firstChat, settles: () => answer(world.clara, 'yes') },
  decide: {
    comes: async () => {
      await firstChat();
      world.ctx.clock.set('2026-12-01T09:30:00.000Z');
    },
    settles: () => answer(world.clara, 'yes'),
  },
  leftOut: {
    comes: async () => {
      await take(await aSearchWorld());
      const ranAt = toInstant(world.ctx.clock.now());
      const round = { number: 1, state: 'published', ranAt, by: world.diego, provenBest: true };
      await world.ctx.tables.commit('cohorts', PILOT, [
        { op: 'create', key: 'round_0001', value: { ...round, covered: 0, total: 1 } },
      ]);
      await tell(`leftOut_${PILOT}_1`, { kind: 'leftOut', cohort: PILOT, round: 1 });
    },
    settles: async () => {
      await introduceThem(world);
      await answer(world.clara, 'yes');
      await answer(world.aisha, 'yes');
    },
  },
  searchNews: {
    comes: async () => {
      await take(await aSearchWorld());
      const at = { cohort: PILOT, person: world.clara };
      const { mentors } = await startSearch(world.ctx, at);
      await askInTurn(world.ctx, at, { first: mentors[0]?.person ?? asId('nobody'), others: true });
      world.ctx.clock.set('2026-12-01T10:00:00.000Z');
    },
    settles: () => stopSearch(world.ctx, { cohort: PILOT, person: world.clara }),
  },
  agreementToSign: {
    comes: async () => {
      await take(await aPaired());
      await draftAgreement(world.ctx, world.aisha, PAIR, { text: AGREEMENT, seen: '' });
    },
    settles: () => signAgreement(world.ctx, world.clara, PAIR, signed(1)),
  },
  pairEnded: {
    comes: async () => {
      await take(await aPairIn());
      await endPair(world.ctx, world.aisha, PAIR);
    },
    settles: () => wishNewMatch(world.ctx, world.clara, PAIR, 'notNow'),
    isOpen: true,
  },
  feedback: {
    comes: async () => {
      await take(await aSigned());
      const occurrence = await aMeeting(world);
      world.ctx.clock.advance(3 * 3_600_000);
      await askFeedbackIfDue(world.ctx, PAIR, occurrence);
    },
    settles: () => saysHowItWas(),
    inputs: { worthTheHour: '2' },
  },
  met: {
    comes: async () => {
      await take(await aSigned());
      const day = asId<Day>('2026-11-23');
      await tellMeeting(world.ctx, world.aisha, PAIR, { day, way: 'walk' });
    },
    settles: () => saysHowItWas(),
    inputs: { worthTheHour: '2' },
  },
  didYouMeet: {
    comes: async () => {
      await take(await aSigned());
      world.ctx.teamsMeetings.isRunning = false;
      const times = { startsAt: asId<Instant>('2026-11-23T10:00:00.000Z'), plannedEnd: null };
      await claimMeeting(world.ctx, world.aisha, { ...TEAMS_MEETING, pair: PAIR, ...times });
      world.ctx.clock.advance(3 * 3_600_000);
      const [meeting] = (await Partition.open(world.ctx, 'pairs', PAIR)).list('meeting');
      await askFeedbackIfDue(world.ctx, PAIR, asId(meeting?.id ?? ''));
    },
    settles: () => saysHowItWas(),
    inputs: { worthTheHour: '2' },
  },
};

async function saysHowItWas(): Promise<void> {
  const [meeting] = (await Partition.open(world.ctx, 'pairs', PAIR)).list('meeting');
  const about = { pair: PAIR, occurrence: asId<never>(meeting?.id ?? ''), from: 'panel' as const };
  await giveFeedback(world.ctx, world.clara, about, FEEDBACK);
}

/** Cards that are answered as often as one likes: a reply, news on and off, *we met*. */
const REPEATED: Notice['kind'][] = [
  'announcement',
  'announcementTest',
  'agreementSigned',
  'nudge',
  'gathering',
  'paused',
  'oneLine',
];
const ASKING = (Object.keys(SETTLED_BY) as Notice['kind'][]).filter((kind) => SETTLED_BY[kind] !== 'stays');

interface Button {
  verb: string;
  data: object;
}
const buttonsOf = (drawn: Drawn): Button[] =>
  [...nodesOf(contentOf(drawn))].filter(({ type }) => type === 'Action.Execute') as unknown as Button[];

const cardToClara = (kind: Facts['kind']) =>
  teams.reached.findLast(({ to, notice }) => to === world.clara && notice.kind === kind)?.notice;

describe.each(ASKING)('the card of %s', (kind) => {
  it('shows what became of it elsewhere, once, without a message; pressing the old one changes nothing', async () => {
    const story = STORIES[kind as Asking];
    if (!story) throw new Error(`nobody tells how a card of ${kind} is settled`);
    await story.comes();
    await live();
    const old = cardToClara(kind);
    if (!old) throw new Error(`no card of ${kind} came to Clara`);
    const bot: Bot = aBotOn(world.ctx, local);
    await bot.deliver({ text: 'status' });
    teams.updated.length = 0;

    await story.settles();
    const told = teams.reached.length;
    await live(3);
    const mine = teams.updated.filter(
      ({ to, facts }) => to === world.clara && facts.kind === SETTLED_BY[kind],
    );
    expect(mine).not.toEqual([]);
    expect(teams.reached.slice(told).map(({ notice }) => notice.kind)).not.toContain(kind);
    for (const { facts } of mine) expect(settledCardFor(facts, words, reader).summary).not.toBe('');

    const before = truthIn(world.ctx);
    for (const { verb, data } of buttonsOf(cardFor(old, words, reader))) {
      const { type, value } = await bot.press(verb, { ...data, ...story.inputs });
      expect([type, value], verb).not.toEqual([expect.anything(), words('bot:pressed.unknown')]);
      if (!story.isOpen) expect(truthIn(world.ctx), `${verb} ${JSON.stringify(data)}`).toEqual(before);
    }
  });
});

const STAYING = (Object.keys(SETTLED_BY) as Notice['kind'][]).filter((kind) => SETTLED_BY[kind] === 'stays');

describe('a card that stays', () => {
  it.each(STAYING)('has no button that acts, unless it may be pressed again and again: %s', (kind) => {
    const drawn = noticesWith('x').filter((facts) => facts.kind === kind);
    expect(drawn).not.toEqual([]);
    const acts = drawn.flatMap((facts) => buttonsOf(cardFor(facts, words, reader)));
    if (!REPEATED.includes(kind)) expect(acts).toEqual([]);
  });
});

const cardsOfClara = () =>
  teams.updated.filter(({ to }) => to === world.clara).map(({ activity, facts }) => ({ activity, ...facts }));

describe('an invitation that is asked again', () => {
  it('says so on the older card, which still leads in; once it is taken up, both say that', async () => {
    await take(await aPairWorld());
    await invited();
    await live();
    await answerEnrolment(world.ctx, world.clara, PILOT, 'later');
    await live();
    expect(cardsOfClara()).toMatchObject([{ activity: 'activity 1', state: 'later' }]);
    world.ctx.clock.advance(7 * 24 * 3_600_000);
    await live();
    expect(teams.reached.map(({ notice }) => notice)).toMatchObject([
      {},
      { kind: 'invitation', again: true },
    ]);
    expect(cardsOfClara().slice(1)).toMatchObject([{ activity: 'activity 1', state: 'again' }]);
    await answerEnrolment(world.ctx, world.clara, PILOT, 'join');
    await live();
    expect(cardsOfClara().slice(2)).toMatchObject([
      { activity: 'activity 1', state: 'joined' },
      { activity: 'activity 2', state: 'joined' },
    ]);
  });
});

describe('an agreement that has a newer version', () => {
  it('is said on the card of the older one, also to whoever wrote the newer', async () => {
    await take(await aPaired());
    await draftAgreement(world.ctx, world.aisha, PAIR, { text: AGREEMENT, seen: '' });
    await live();
    const text = { ...AGREEMENT, whatItIs: 'Two walks a month.' };
    await draftAgreement(world.ctx, world.clara, PAIR, { text, seen: '1' });
    await live();
    expect(cardsOfClara()).toMatchObject([{ kind: 'agreement', version: 1, state: 'newer' }]);
  });
});

describe('the list of a search in the chat', () => {
  const at = () => ({ cohort: PILOT, person: world.clara });
  const looking = async () => {
    await take(await aSearchWorld());
    const bot = aBotOn(world.ctx, local);
    await bot.deliver({ text: 'find me a mentor' });
    const { mentors } = await startSearch(world.ctx, at());
    return { bot, first: mentors[0]?.person ?? asId<PersonId>('nobody') };
  };

  it('shows who is asked once somebody was chosen in the tab, and that it is over once it was stopped there', async () => {
    const { first } = await looking();
    await live();
    expect(cardsOfClara()).toEqual([]);
    await askInTurn(world.ctx, at(), { first, others: true });
    await live();
    expect(cardsOfClara()).toMatchObject([{ kind: 'search', stands: 'now', seen: { state: 'asking' } }]);
    await stopSearch(world.ctx, at());
    await live();
    expect(cardsOfClara().slice(1)).toMatchObject([{ stands: 'now', seen: { state: 'over' } }]);
  });

  it('belongs to an earlier search once another began, and pressing it changes nothing', async () => {
    const { bot, first } = await looking();
    const old = cardIn(local.said.at(-1));
    world.ctx.clock.advance(2 * 3_600_000);
    await startSearch(world.ctx, at());
    await live();
    expect(cardsOfClara()).toMatchObject([{ kind: 'search', stands: 'earlier' }]);
    const before = truthIn(world.ctx);
    for (const { verb = '', data = {} } of old?.actions ?? [])
      await bot.press(verb, { ...data, others: true });
    expect(truthIn(world.ctx)).toEqual(before);
    expect(first).not.toBe('nobody');
  });

  it('is every list that was asked for, and the news of a search that has gone on', async () => {
    const { bot, first } = await looking();
    await bot.deliver({ text: 'find me a mentor' });
    await askInTurn(world.ctx, at(), { first, others: true });
    await live();
    expect(new Set(cardsOfClara().map(({ activity }) => activity)).size).toBe(2);
    teams.updated.length = 0;
    for (const day of ['2026-12-01T10:00:00.000Z', '2026-12-09T10:00:00.000Z']) {
      world.ctx.clock.set(day);
      await live();
    }
    const news = teams.reached.filter(({ notice }) => notice.kind === 'searchNews');
    expect(news).toHaveLength(2);
    expect(cardsOfClara()).toContainEqual(expect.objectContaining({ stands: 'goneOn' }));
  });
});
