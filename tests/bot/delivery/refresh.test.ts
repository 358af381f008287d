import { beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '#domain/basics/ids.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import type { Messenger } from '#usecases/home/notices.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import type { Context } from '#usecases/story/context.ts';
import { putDelivery } from '#usecases/story/deliveries.ts';
import { FakeMessenger, live as letLive, welcome } from './delivering.ts';
import { mortal } from './mortal.ts';

let world: PairWorld;
let teams: FakeMessenger;

beforeEach(async () => {
  world = await aPairWorld();
  teams = new FakeMessenger();
  await welcome(world.ctx, world.clara);
  await welcome(world.ctx, world.aisha);
});

const live = (ctx: Context = world.ctx, messenger: Messenger = teams, minutes = 2): Promise<void> =>
  letLive({ ctx, clock: world.ctx.clock }, messenger, minutes);

async function invited(): Promise<void> {
  const { ctx, clara: person } = world;
  const at = toInstant(ctx.clock.now());
  const own = { cohortName: 'Finance pilot', role: 'executive', invitedAt: at, answeredAt: '' };
  const member = { role: 'executive', state: 'invited', attributes: {}, manager: '', waiting: false };
  await ctx.tables.commit('people', person, [
    { op: 'create', key: `enrolment_${PILOT}`, value: { ...own, state: 'invited' } },
  ]);
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `member_${person}`, value: member }]);
  const sent = { state: 'sent', reason: '', attempts: 1, at, activity: 'the invitation' } as const;
  await putDelivery(ctx, { job: `invitation_${PILOT}`, person, ...sent }, '');
}
const join = (ctx: Context = world.ctx) => answerEnrolment(ctx, world.clara, PILOT, 'join');
const cardsOf = (person: string) => teams.updated.filter(({ to }) => to === person);

describe('a card that was settled elsewhere', () => {
  it('is an invitation that shows that it was taken up, without a message', async () => {
    await invited();
    await join();
    await live();
    const facts = { kind: 'invitation', cohort: PILOT, cohortName: 'Finance pilot', state: 'joined' };
    expect(teams.updated).toEqual([{ to: world.clara, activity: 'the invitation', facts }]);
    expect(teams.reached).toEqual([]);
  });

  it('is updated after a crash at any call, with the same words', async () => {
    for (const moment of ['before', 'after'] as const) {
      for (let at = 0; ; at++) {
        world = await aPairWorld();
        teams = new FakeMessenger();
        await welcome(world.ctx, world.clara);
        await invited();
        const dying = mortal(world.ctx, teams, { at, moment });
        await join(dying.ctx).catch(() => undefined);
        await live(dying.ctx, dying.messenger, 0).catch(() => undefined);
        await join();
        await live(world.ctx, teams, 8);
        expect(new Set(teams.updated.map(({ facts }) => JSON.stringify(facts))).size, `${moment} ${at}`).toBe(
          1,
        );
        expect(teams.reached).toEqual([]);
        if (!dying.life.isOver) break;
      }
    }
  });

  it('is left alone where it was deleted, and tried again where Teams asks for it', async () => {
    await invited();
    teams.answers.push({ state: 'later', afterMs: 5000 }, { state: 'failed', reason: 'notInstalled' });
    await join();
    await live();
    expect(teams.updated).toEqual([]);
    expect(teams.answers).toEqual([]);
    expect(world.ctx.tables.all('due').map(({ key }) => key)).not.toContainEqual(
      expect.stringMatching(/_card_/),
    );
  });

  it('is an introduction that shows a pair to both', async () => {
    await introduceThem(world);
    await live();
    await answerIntroduction(world.ctx, world.clara, PAIR, 'yes');
    await live();
    expect(cardsOf(world.clara).at(-1)).toMatchObject({ facts: { kind: 'introduction', stands: 'yes' } });
    expect(cardsOf(world.aisha)).toEqual([]);
    await answerIntroduction(world.ctx, world.aisha, PAIR, 'yes');
    await live();
    for (const person of [world.clara, world.aisha])
      expect(cardsOf(person).at(-1)).toMatchObject({ facts: { kind: 'introduction', stands: 'paired' } });
  });

  it('is an introduction that says nothing of the other’s no before the hour that was fixed', async () => {
    await introduceThem(world);
    await live();
    await answerIntroduction(world.ctx, world.clara, PAIR, 'notThisTime');
    await live();
    expect(cardsOf(world.clara).at(-1)).toMatchObject({ facts: { stands: 'thanks' } });
    expect(cardsOf(world.aisha)).toEqual([]);
    world.ctx.clock.set('2026-12-02T09:00:00.000Z');
    await live();
    expect(cardsOf(world.aisha).at(-1)).toMatchObject({ facts: { stands: 'ended' } });
  });
});
