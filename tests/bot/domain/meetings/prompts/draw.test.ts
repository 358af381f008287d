import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PromptId, type TopicId } from '#domain/basics/ids.ts';
import { type Draw, draw, type PromptUse } from '#domain/meetings/prompts/draw.ts';
import { PROMPTS, type Prompt } from '#domain/meetings/prompts/library.ts';
import { PROMPT_STAGES, type PromptStage, promptStage } from '#domain/meetings/prompts/stages.ts';
import { at, type History, histories, meetingOn, play, promptOf, type Step } from './histories.ts';

const DEEPEST = { first: 1, early: 2, later: 3, closing: 3 };
const RUNS = { numRuns: 30 };

type Drawn = Step & { before: NonNullable<Step['before']> };
/** What was drawn from the library after something else lay there; not what somebody asked for by name. */
const drawnIn = ({ steps }: History): Drawn[] =>
  steps.filter((step): step is Drawn => step.before !== undefined && step.press !== 'draw');

const findUse = (uses: ReadonlyMap<PromptId, PromptUse>, { id }: Prompt) => uses.get(id);
/** What could lie there next to what lay there before: suits the stage, waits for nobody, one step away at most. */
const possible = ({ stage, before }: Drawn): Prompt[] =>
  PROMPTS.filter(
    (prompt) =>
      prompt.stages.includes(stage) &&
      prompt.id !== before.prompt.id &&
      findUse(before.uses, prompt)?.state !== 'kept' &&
      Math.abs(prompt.depth - before.prompt.depth) <= 1,
  );
const unusedIn = (step: Drawn) => possible(step).filter((prompt) => !findUse(step.before.uses, prompt));

const always = (check: (history: History) => void) =>
  fc.assert(
    fc.property(histories, (history) => check(history)),
    RUNS,
  );

describe('over any history of two or three people, a draw', () => {
  it('begins with one warm, easy opening, then has two ground rules', () => {
    always((history) => {
      const [first, ...rest] = history.steps;
      expect(first?.after.prompt).toMatchObject({ family: 'opening', depth: 1 });
      expect(first?.after.prompt.stages).toContain('first');
      for (const { press, before, after } of rest) {
        if (press === 'draw' || !before) continue;
        const rules = [...before.uses.keys()].filter((prompt) => promptOf(prompt).family === 'groundRules');
        const isLeaving = press === 'pass' && before.prompt.family === 'groundRules';
        if (rules.length < 2 && before.prompt.depth < 3 && !isLeaving)
          expect(after.prompt).toMatchObject({ family: 'groundRules', depth: 1 });
      }
    });
  });

  it('repeats nothing while something new is open', () => {
    always((history) => {
      for (const step of drawnIn(history))
        if (findUse(step.before.uses, step.after.prompt)) expect(unusedIn(step)).toEqual([]);
    });
  });

  it('opens the next depth only when everything new at this one is used', () => {
    always((history) => {
      for (const step of drawnIn(history)) {
        const deepest = DEEPEST[step.stage];
        const { depth } = step.after.prompt;
        if (depth <= deepest || findUse(step.before.uses, step.after.prompt)) continue;
        expect(unusedIn(step).filter((prompt) => prompt.depth < depth)).toEqual([]);
      }
    });
  });

  it('is never more than one step deeper or lighter than the one before', () => {
    always((history) => {
      for (const { before, after } of drawnIn(history))
        expect(Math.abs(after.prompt.depth - before.prompt.depth)).toBeLessThanOrEqual(1);
    });
  });

  it('suits the stage and leaves what waits', () => {
    always((history) => {
      for (const { before, after, stage } of drawnIn(history)) {
        expect(after.prompt.stages).toContain(stage);
        expect(findUse(before.uses, after.prompt)?.state).not.toBe('kept');
      }
    });
  });

  it('never stays in a family while as deep a one of another family is new', () => {
    always((history) => {
      for (const step of drawnIn(history)) {
        const { family, depth } = step.after.prompt;
        if (family !== step.before.prompt.family || family === 'groundRules') continue;
        const others = unusedIn(step).filter(
          (prompt) =>
            prompt.depth === depth &&
            prompt.family !== family &&
            (prompt.family !== 'groundRules' || step.stage !== 'first'),
        );
        expect(others).toEqual([]);
      }
    });
  });

  it('after a pass stays as deep in another family', () => {
    always((history) => {
      for (const step of drawnIn(history)) {
        if (step.press !== 'pass') continue;
        const { family, depth } = step.before.prompt;
        const others = unusedIn(step).filter(
          (prompt) => prompt.depth === depth && prompt.family !== family && depth <= DEEPEST[step.stage],
        );
        if (others.length === 0) continue;
        expect(step.after.prompt.depth).toBe(depth);
        expect(step.after.prompt.family).not.toBe(family);
      }
    });
  });

  it('does not begin a meeting at the bottom', () => {
    always((history) => {
      for (const step of drawnIn(history))
        if (step.press === 'meet' && unusedIn(step).some(({ depth }) => depth === 2))
          expect(step.after.prompt.depth).toBeLessThan(3);
    });
  });

  it('asks each in turn, and after a pass the same one again', () => {
    always(({ members, steps }) => {
      for (const { press, before, after } of steps) {
        if (!before) continue;
        const next = (members.indexOf(before.panel.first) + 1) % members.length;
        expect(after.panel.first).toBe(press === 'pass' ? before.panel.first : members[next]);
      }
    });
  });
});

/** Draws on and on in one stage, as the panel does. */
function drawMany(stage: PromptStage, count: number, uses = new Map<PromptId, PromptUse>()): Prompt[] {
  let current: PromptId | '' = '';
  return Array.from({ length: count }, (_, n) => {
    const asked = { stage, uses: [...uses.values()], current, move: 'another' as const, topics: new Set([]) };
    const prompt = draw({ seed: `${stage}/${n}`, ...asked });
    const drawn = (uses.get(prompt.id)?.drawn ?? 0) + 1;
    uses.set(prompt.id, { prompt: prompt.id, drawn, state: 'drawn', at });
    current = prompt.id;
    return prompt;
  });
}
const suiting = (stage: PromptStage) => PROMPTS.filter(({ stages }) => stages.includes(stage));

describe('the library as it is drawn', () => {
  it.each(PROMPT_STAGES)('is used up once, without a jump, before anything comes twice: %s', (stage) => {
    const all = suiting(stage);
    const drawn = drawMany(stage, all.length);
    expect(new Set(drawn).size).toBe(all.length);
    const steps = drawn.slice(1).map(({ depth }, n) => Math.abs(depth - (drawn[n]?.depth ?? 0)));
    expect(Math.max(...steps)).toBe(1);
  });

  it('gives what was passed last, and before anything a third time', () => {
    const all = suiting('later');
    const passed = new Set(all.filter((_, n) => n % 40 === 0));
    const current = all.find((prompt) => prompt.depth === 2 && !passed.has(prompt))?.id ?? '';
    const drawnAfter = (drawn: number) =>
      Array.from({ length: 200 }, (_, n) => {
        const uses = all.map((prompt): PromptUse => {
          const isPassed = passed.has(prompt);
          return { prompt: prompt.id, drawn: isPassed ? 1 : drawn, state: isPassed ? 'passed' : 'drawn', at };
        });
        const asked = { stage: 'later', uses, current, move: 'another', topics: new Set([]) } as const;
        return passed.has(draw({ seed: `s${n}`, ...asked }));
      });
    expect(drawnAfter(1)).not.toContain(true);
    expect(drawnAfter(2)).not.toContain(false);
  });

  it('leaves what was kept until somebody asks for it, however often all else was drawn', () => {
    const kept = new Set(suiting('later').filter((_, n) => n % 40 === 0));
    const uses = PROMPTS.map((prompt): PromptUse => {
      const isKept = kept.has(prompt);
      return { prompt: prompt.id, drawn: isKept ? 1 : 3, state: isKept ? 'kept' : 'drawn', at };
    });
    const asked = { stage: 'later', uses, current: '', move: 'another', topics: new Set([]) } as const;
    const drawn = Array.from({ length: 200 }, (_, n) => draw({ seed: `s${n}`, ...asked }));
    expect(drawn.filter((prompt) => kept.has(prompt))).toEqual([]);
  });

  it('is the same for the same pair and turn, whatever the order of the rows', () => {
    const uses = PROMPTS.slice(0, 50).map(
      ({ id }): PromptUse => ({ prompt: id, drawn: 1, state: 'drawn', at }),
    );
    const asked = {
      seed: 'p/51',
      stage: 'later',
      current: '',
      move: 'another',
      topics: new Set([]),
    } as const;
    expect(draw({ ...asked, uses })).toEqual(draw({ ...asked, uses: uses.toReversed() }));
  });

  it('differs from pair to pair', () => {
    const begin = (id: string) =>
      play({ id, members: 2, topics: [], presses: ['another', 'another', 'another'], everyDays: 14 });
    const begun = Array.from({ length: 60 }, (_, n) =>
      begin(`pair-${n}`)
        .steps.map(({ after }) => after.prompt.id)
        .join(),
    );
    expect(new Set(begun).size).toBeGreaterThan(50);
  });

  it('is lightly drawn towards their goals: likelier, far from always, and nothing that was not open', () => {
    const used = suiting('early').filter(({ family }) => family === 'groundRules' || family === 'opening');
    const uses = used.map(({ id }): PromptUse => ({ prompt: id, drawn: 1, state: 'drawn', at }));
    const leads = ({ topics }: Prompt) => topics.includes(asId<TopicId>('ai'));
    const asked = { stage: 'early', uses, current: '', move: 'another' } as const;
    const shareOf = (topics: Draw['topics']) => {
      const drawn = Array.from({ length: 2000 }, (_, n) => draw({ ...asked, seed: `s${n}`, topics }));
      return { share: drawn.filter(leads).length / drawn.length, drawn: new Set(drawn) };
    };
    const without = shareOf(new Set());
    const withGoal = shareOf(new Set([asId<TopicId>('ai')]));
    expect(withGoal.share).toBeGreaterThan(1.8 * without.share);
    expect(withGoal.share).toBeLessThan(0.3);
    expect([...withGoal.drawn].filter((prompt) => prompt.depth > 2)).toEqual([]);
  });

  it('goes on when everything else waits to be asked for', () => {
    const uses = PROMPTS.map(({ id }): PromptUse => ({ prompt: id, drawn: 1, state: 'kept', at }));
    const current = PROMPTS[0]?.id ?? '';
    const asked = { seed: 's', stage: 'first', uses, current, move: 'another', topics: new Set([]) } as const;
    expect(draw(asked).id).not.toBe(current);
  });
});

describe('the stage of a meeting', () => {
  const meetings = Array.from({ length: 12 }, (_, n) => meetingOn(n, n * 30));
  const stageOf = (n: number, endsOn?: string) =>
    promptStage(meetings, meetings[n] as (typeof meetings)[number], endsOn ? asId(endsOn) : undefined);

  it('is the first, two early ones, then later ones', () => {
    expect([0, 1, 2, 3, 11].map((n) => stageOf(n))).toEqual(['first', 'early', 'early', 'later', 'later']);
  });

  it('is closing around the day they agreed on, and later again long past it', () => {
    const endsOn = meetings[6]?.startedAt.slice(0, 10);
    expect([0, 4, 5, 6, 7, 8].map((n) => stageOf(n, endsOn))).toEqual([
      ...['first', 'later', 'closing', 'closing', 'closing', 'later'],
    ]);
    expect(stageOf(0, meetings[0]?.startedAt.slice(0, 10))).toBe('first');
  });
});
