import { expect, it } from 'vitest';
import { toMs } from '#domain/basics/ids.ts';
import { anInvitation, claraIn } from '#tests/bot/teams/stage.ts';
import { drain, installApp } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { laterDue } from '#usecases/enrolment/later.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

async function anInvited(ctx: TestContext) {
  const { cohort } = await anInvitation(ctx);
  const person = await claraIn(ctx);
  await installApp(ctx, person);
  await drain(ctx);
  const look = () => laterDue.look(ctx, { cohort, person });
  return {
    cohort,
    person,
    look,
    say: (said: 'join' | 'later') => answerEnrolment(ctx, person, cohort, said),
  };
}

it('asks again a week after "ask me later", once, by a pointer that falls due', async () => {
  const ctx = aContext();
  const { say, look } = await anInvited(ctx);
  await say('later');
  await drain(ctx);
  const pointers = ctx.tables.all('due').map(({ value }) => value as { at: string; work: { noun: string } });
  const later = pointers.filter(({ work }) => work.noun === 'later');
  expect(later.map(({ at }) => Date.parse(at) - ctx.clock.now())).toEqual([WEEK_MS]);
  await look();
  expect(await drain(ctx)).toEqual([]);
  ctx.clock.advance(WEEK_MS);
  await look();
  await look();
  expect((await drain(ctx)).map(({ view }) => view)).toMatchObject([{ kind: 'invitation', again: true }]);
});

it('asks once more when "ask me later" is the answer again', async () => {
  const ctx = aContext();
  const { say, look } = await anInvited(ctx);
  for (const time of [1, 2]) {
    const { answeredAt } = await say('later');
    expect(toMs(answeredAt || ('1970-01-01T00:00:00.000Z' as never)), `time ${time}`).toBe(ctx.clock.now());
    ctx.clock.advance(WEEK_MS);
    await look();
    expect(await drain(ctx)).toHaveLength(1);
  }
});

it('leaves whoever has joined meanwhile alone', async () => {
  const ctx = aContext();
  const { say, look } = await anInvited(ctx);
  await say('later');
  await say('join');
  ctx.clock.advance(WEEK_MS);
  await look();
  expect(await drain(ctx)).toEqual([]);
});
