import { beforeAll, describe, expect, it } from 'vitest';
import { VERBS } from '#teams/verbs/index.ts';
import { seeded } from '#tests/bench/random.ts';
import { anEdgeWorld } from '#tests/bot/edgeWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aBotOn, type Bot, TENANT } from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { broken, ODD_TEXTS, oneOf } from './requests.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_128);
const ACTIVITIES = 500;
const teams = localTeams();
const random = seeded(SEED);
let bot: Bot;
/** Where nothing has happened yet, and where a pilot has been going on for a while. */
const WORLDS = {
  empty: async () => aContext(),
  'lived in': async () => {
    const { ctx, close } = await anEdgeWorld();
    await close();
    return ctx;
  },
};

const TEXTS = [
  ...[
    'hi',
    'help',
    'status',
    'find me a mentor',
    'profile',
    'stop',
    'leave',
    'delete my data',
    'yes',
    'skip',
  ],
  ...['I love constructor racing', 'budgeting and generative AI', 'German, English', ...ODD_TEXTS],
];
const text = () => oneOf(random, TEXTS);
const verbs = [...VERBS.keys(), 'constructor', '__proto__', 'toString', ''];
const data = () => ({
  ...{ cohort: text(), pair: text(), occurrence: text(), answer: oneOf(random, ['join', 'yes', text()]) },
  ...{
    hears: text(),
    first: text(),
    announcement: text(),
    text: text(),
    worthTheHour: oneOf(random, ['3', 9, '']),
  },
});
const event = (name: string) => ({
  ...{ type: 'event', name: `application/vnd.microsoft.${name}`, text: undefined },
  value: {
    Id: text(),
    Title: text(),
    StartTime: text(),
    EndTime: oneOf(random, ['9999-12-31T23:59:59Z', text()]),
  },
  channelData: {
    tenant: { id: TENANT },
    meeting: oneOf<unknown>(random, [{ id: text() }, undefined, 'x', null]),
  },
});
const member = () => ({ id: oneOf(random, ['29:clara', '28:bot', text()]), aadObjectId: text() });

/** One activity of every shape that Teams sends, and some that it never would. */
const SHAPES: (() => object)[] = [
  () => ({ text: text() }),
  () => ({
    text: text(),
    conversation: { id: '19:x@thread', conversationType: 'groupChat', tenantId: TENANT },
  }),
  () => ({ text: undefined, value: { verb: oneOf(random, verbs), ...data() } }),
  () => ({
    ...{ type: 'invoke', name: 'adaptiveCard/action', text: undefined, replyToId: `card-${random.below(5)}` },
    value: {
      action: { type: 'Action.Execute', verb: oneOf(random, verbs), data: data() },
      trigger: 'manual',
    },
  }),
  () => ({
    type: 'invoke',
    name: oneOf(random, ['task/fetch', 'signin/verifyState', text()]),
    value: data(),
  }),
  () => ({
    type: 'conversationUpdate',
    text: undefined,
    membersAdded: [member()],
    membersRemoved: [member()],
  }),
  () => ({
    type: 'installationUpdate',
    text: undefined,
    action: oneOf(random, ['add', 'remove', 'add-upgrade', text()]),
  }),
  () => event('meetingStart'),
  () => event('meetingEnd'),
  () => event('meetingParticipantJoin'),
  () => ({
    type: oneOf(random, ['messageReaction', 'typing', 'messageUpdate', 'endOfConversation', text() || 'x']),
  }),
  () => ({ text: text(), locale: oneOf(random, ['de_DE', 'en@x', '__proto__']), localTimezone: text() }),
  () => ({
    text: text(),
    from: { id: '29:x', name: text(), aadObjectId: oneOf<unknown>(random, [5, {}, '', text()]) },
  }),
];

let count = 0;
function anyActivity(): object {
  const made = { id: `fuzz-${++count}`, ...oneOf(random, SHAPES)() };
  return random.below(3) === 0 ? { ...made, ...(broken(random, made) as object) } : made;
}

/** What is wrong with how one activity was taken. */
async function wrongWith(activity: object): Promise<{ status: number; wrong: string[] }> {
  const before = bot.ctx.tables.versions();
  const { status } = await bot.deliver(activity);
  const trouble = bot.ctx.log.errors.splice(0);
  const after = bot.ctx.tables.versions();
  const isRefused = status >= 400 && status < 500;
  const changed = isRefused ? [...after].filter(([place, version]) => before.get(place) !== version) : [];
  const isBroken = (status >= 500 && status !== 501) || trouble.length > 0;
  return {
    status,
    wrong: [
      ...(isBroken ? [`broke ${JSON.stringify(trouble)}`] : []),
      ...changed.map(([place]) => `changed ${place}`),
    ],
  };
}

describe.each(Object.entries(WORLDS))(
  'the bot in a world that is %s, under activities that nobody would send',
  (_name, open) => {
    beforeAll(async () => {
      bot = aBotOn(await open(), teams);
      bot.ctx.log.errors.length = 0;
    }, 60_000);

    it(`takes ${ACTIVITIES} of them (FUZZ_SEED=${SEED}), breaks at none, and changes nothing where it refuses`, async () => {
      const wrong: string[] = [];
      let taken = 0;
      for (let n = 0; n < ACTIVITIES; n++) {
        const activity = anyActivity();
        const answer = await wrongWith(activity);
        if (answer.status === 200) taken++;
        for (const why of answer.wrong)
          wrong.push(`#${n} ${answer.status} ${why}: ${JSON.stringify(activity)}`.slice(0, 1_200));
      }
      expect(wrong.slice(0, 8), `of ${wrong.length}; again with FUZZ_SEED=${SEED}`).toEqual([]);
      expect(taken).toBeGreaterThan(200);
    }, 120_000);
  },
);
