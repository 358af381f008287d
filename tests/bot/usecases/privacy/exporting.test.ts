import { afterEach, expect, it } from 'vitest';
import type { Held } from '#api/contract/me.ts';
import { PRIVACY } from '#domain/all/privacy.ts';
import tab from '#tabs/words/en/tab.json' with { type: 'json' };
import { aPhoto } from '#tests/bot/aPhoto.ts';
import { anEdgeWorld, type EdgeWorld, PRIVATE_WORDS } from '#tests/bot/edgeWorld.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';

let world: EdgeWorld;
afterEach(() => world?.close());

const heldBy = async (who: string): Promise<Held> =>
  JSON.parse((await world.ask(who, 'GET /api/me/held')).body);
const kindsOf = ({ parts }: Held): string[] => parts.map(({ kind }) => kind).sort();

it('holds of Clara what she said, wrote, agreed on and was sent', async () => {
  world = await anEdgeWorld();
  world.ctx.clock.advance(60_000);
  await settleAll(world.ctx, []);
  const { person } = JSON.parse((await world.ask('clara', 'GET /api/me')).body);
  const { clock, tables } = world.ctx;
  const at = new Date(clock.now()).toISOString();
  const delivery = { job: 'paired_p1', person, state: 'sent', reason: '', attempts: 1, at, activity: 'a1' };
  await tables.commit('deliveries', 'paired_p1_3', [{ op: 'create', key: person, value: delivery }]);
  await tables.commit('deliveries', 'paired_p1_4', [{ op: 'create', key: 'another', value: delivery }]);
  const audit = { at, by: 'person-1', did: 'changeSaid', about: `${person} person-2` };
  const ban = { ...audit, did: 'ban', about: `${person}_person-2` };
  await tables.commit('cohorts', world.cohort, [
    { op: 'create', key: `audit_${at}_1`, value: audit },
    { op: 'create', key: `audit_${at}_2`, value: ban },
  ]);
  const held = await heldBy('clara');
  const paired = { message: 'paired', state: 'sent', reason: '', at };
  const delivered = held.parts.find(({ kind }) => kind === 'delivery')?.entries ?? [];
  expect(delivered.filter(({ message }) => message === 'paired')).toEqual([paired]);
  expect(held.parts.find(({ kind }) => kind === 'audit')?.entries).toEqual([
    { cohort: world.cohort, at, did: 'changeSaid' },
  ]);
  expect(kindsOf(held)).toEqual(
    [
      ...['person', 'said', 'settings', 'profile', 'enrolment', 'pair', 'raised'],
      ...['pairing', 'agreement', 'signature', 'goal', 'goalstep', 'meeting', 'feedback', 'jotting'],
      ...[
        'curiosity',
        'learning',
        'exchange',
        'closing',
        'member',
        'audit',
        'measure',
        'concern',
        'delivery',
        'photo',
        'named',
        'suggestion',
      ],
    ].sort(),
  );
  const text = JSON.stringify(held);
  for (const said of [
    PRIVATE_WORDS,
    'Ask more',
    'That was not right.',
    'own:bee keeping',
    'Thank you',
    aPhoto().image,
  ])
    expect(text, said).toContain(said);
});

it('holds nothing of Clara’s for her partner or for anybody else but what all agreed on', async () => {
  world = await anEdgeWorld();
  for (const who of ['aisha', 'mia', 'diego', 'vera', 'noor', 'samuel', 'hana']) {
    const text = JSON.stringify(await heldBy(who));
    for (const said of [
      PRIVATE_WORDS,
      'Ask for the draft',
      'What do you skip?',
      'That was not right.',
      'Thank you',
      aPhoto().image,
    ])
      expect(text, `${who}: ${said}`).not.toContain(said);
  }
});

it('never says what another answered, whom a search may ask, or what is on its way', async () => {
  world = await anEdgeWorld();
  const { person } = JSON.parse((await world.ask('vera', 'GET /api/me')).body);
  const mentors = [{ person: 'person-1', reasons: [], fit: 800, state: 'past' }];
  const search = {
    search: 's',
    mentors,
    others: true,
    startedAt: '2026-11-23T09:00:00.000Z',
    state: 'choosing',
  };
  await world.ctx.tables.commit('people', person, [
    { op: 'create', key: `search_${world.cohort}`, value: search },
    { op: 'create', key: 'outbox_1', value: { message: { kind: 'seekAnew' }, at: search.startedAt } },
  ]);
  const { parts } = await heldBy('vera');
  expect(
    parts.find(({ kind }) => kind === 'search')?.entries.map((entry) => Object.keys(entry).sort()),
  ).toEqual([['cohort', 'startedAt']]);
  for (const kind of ['outbox', 'slot', 'wish', 'proposal', 'leftout'])
    expect(
      parts.some((part) => part.kind === kind),
      kind,
    ).toBe(false);
  const pairings = (await heldBy('clara')).parts.find(({ kind }) => kind === 'pairing')?.entries ?? [];
  expect(pairings).not.toEqual([]);
  for (const pairing of pairings) expect(Object.keys(pairing)).not.toContain('members');
});

it('has a name for every kind it can show', () => {
  const shown = Object.keys({
    ...PRIVACY.people,
    ...PRIVACY.pairs,
    pairing: 0,
    member: 0,
    named: 0,
    suggestion: 0,
    delivery: 0,
  });
  const never = ['outbox', 'erasing', 'slot', 'panel', 'prompt'];
  const named = Object.keys(tab.privacy.kinds);
  expect(shown.filter((kind) => !never.includes(kind) && !named.includes(kind))).toEqual([]);
});
