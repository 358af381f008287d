import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { StoredMeasure } from '#domain/insights/measures.ts';
import { aPilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { publishDue } from '#usecases/insights/publishing.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

/** Noor's pilot with so many pairs, as their rows stand. */
export interface InsightWorld {
  ctx: TestContext;
  cohort: CohortId;
  person: PersonId;
  executives: PersonId[];
  mentors: PersonId[];
  measure(who: PersonId, key: string, value: StoredMeasure): Promise<void>;
  /** Everybody's feedback of a month. */
  feedback(who: readonly PersonId[], month: string, face: number): Promise<void>;
  /** Publishes on a day, at six in the morning by UTC. */
  publishOn(day: string): Promise<void>;
  publications(): Promise<{ key: string; value: object }[]>;
}

export async function anInsightWorld(pairs: number): Promise<InsightWorld> {
  const ctx = aContext();
  const { cohort, person } = await aPilot(ctx);
  const named = (role: string) => Array.from({ length: pairs }, (_, n) => asId<PersonId>(`${role}${n}`));
  const [executives, mentors] = [named('executive'), named('mentor')];
  const put = (key: string, value: object) =>
    ctx.tables.commit('cohorts', cohort, [{ op: 'create', key, value: { ...value } }]);
  for (const [n, executive] of executives.entries()) {
    const mentor = mentors[n] as PersonId;
    const member = (role: Member['role']): Member => ({ role, state: 'joined', waiting: false });
    await put(`member_${executive}`, member('executive'));
    await put(`member_${mentor}`, member('mentor'));
    const pair: CohortPair = {
      executive,
      mentor,
      state: 'paired',
      introducedAt: asId('2026-11-23T09:00:00.000Z'),
    };
    await put(`pair_p${n}`, pair);
  }
  const measure: InsightWorld['measure'] = async (who, key, value) => {
    await put(`measure_${key}_${pseudonymOf(ctx, who)}`, value);
  };
  return {
    ...{ ctx, cohort, person, executives, mentors, measure },
    feedback: async (who, month, face) => {
      for (const one of who) {
        const role = one.startsWith('executive') ? 'executive' : 'mentor';
        const said = { worthTheHour: face, balanced: 'yes', candid: '' };
        await measure(one, `${month}-${face}`, { kind: 'feedback', role, month, ...said });
      }
    },
    publishOn: async (day) => {
      ctx.clock.set(`${day}T06:00:00.000Z`);
      await publishDue.look(readingOnce(ctx), { cohort });
    },
    publications: () => ctx.tables.list('cohorts', cohort, { from: 'publication_', to: 'publication`' }),
  };
}
