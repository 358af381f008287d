import type { Cards } from '#teams/cards/parts.ts';
import type { ConcernFacts } from '#usecases/concerns/notices.ts';
import { concernCard } from './concern.ts';

export const concernCards: Cards<ConcernFacts> = { concern: concernCard };
