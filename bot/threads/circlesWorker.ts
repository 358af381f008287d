import type { CircleResult } from '#domain/matching/circles/circle.ts';
import { checkedCircles } from './circleSolver.ts';
import type { CirclesToFind } from './circles.ts';
import type { WatchCall } from './matchingWorker.ts';
import { unpack } from './packing.ts';
import { serve } from './thread.ts';

serve(
  (
    { people, options }: CirclesToFind,
    tell: (progress: WatchCall) => void,
  ): Promise<CircleResult | undefined> =>
    checkedCircles(unpack(people), options, (...progress) => tell(progress)),
);
