import type { PairMessage } from '#domain/pairs/messages.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { seekAnew } from './ending.ts';
import { projectPair } from './pairs.ts';

export const pairChores: Chores<PairMessage> = {
  projectPair: (ctx, { pair }) => projectPair(ctx, pair),
  seekAnew: (ctx, { pair, person }) => seekAnew(ctx, pair, person),
};
