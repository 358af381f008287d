import { asId, type PromptId, type TopicId } from '#domain/basics/ids.ts';
import career from './families/career.json' with { type: 'json' };
import culture from './families/culture.json' with { type: 'json' };
import givingBack from './families/givingBack.json' with { type: 'json' };
import groundRules from './families/groundRules.json' with { type: 'json' };
import inclusion from './families/inclusion.json' with { type: 'json' };
import leadership from './families/leadership.json' with { type: 'json' };
import listening from './families/listening.json' with { type: 'json' };
import lookingBack from './families/lookingBack.json' with { type: 'json' };
import opening from './families/opening.json' with { type: 'json' };
import technology from './families/technology.json' with { type: 'json' };
import workAndLife from './families/workAndLife.json' with { type: 'json' };
import type { PromptStage } from './stages.ts';

/** 1 suits strangers, 3 asks for trust. */
export type PromptDepth = 1 | 2 | 3;

interface Entry {
  name: string;
  depth: number;
  /** Words with a blank between them, as are the topics. */
  stages: string;
  topics: string;
}

const ENTRIES = {
  groundRules,
  opening,
  listening,
  culture,
  technology,
  workAndLife,
  inclusion,
  leadership,
  career,
  givingBack,
  lookingBack,
} satisfies Record<string, Entry[]>;

export type PromptFamily = keyof typeof ENTRIES;
/** In the order they are printed. `culture` is culture, then and now. */
export const FAMILIES = Object.keys(ENTRIES) as PromptFamily[];

export interface Prompt {
  /** `<family>.<name>`, also its key in the catalogue `prompts`. Stable for ever: pairs remember it. */
  id: PromptId;
  family: PromptFamily;
  depth: PromptDepth;
  /** When it makes sense; how much trust it takes is said by its depth. */
  stages: readonly PromptStage[];
  /** Topics of the catalogue that it leads to. */
  topics: readonly TopicId[];
}

const wordsOf = (words: string): string[] => words.split(' ').filter((word) => word !== '');

export const PROMPTS: readonly Prompt[] = FAMILIES.flatMap((family) =>
  ENTRIES[family].map(({ name, depth, stages, topics }) => ({
    id: asId<PromptId>(`${family}.${name}`),
    family,
    depth: depth as PromptDepth,
    stages: wordsOf(stages) as PromptStage[],
    topics: wordsOf(topics).map((topic) => asId<TopicId>(topic)),
  })),
);

const BY_ID = new Map(PROMPTS.map((prompt) => [prompt.id, prompt]));

/** Undefined for what is no prompt. */
export const findPrompt = (id: PromptId): Prompt | undefined => BY_ID.get(id);
