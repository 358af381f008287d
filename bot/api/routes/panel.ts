import { z } from 'zod';
import { PanelMove, PanelView } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId, type OccurrenceId } from '#domain/basics/ids.ts';
import { numberOf } from '#domain/meetings/meetings.ts';
import { findPrompt } from '#domain/meetings/promptLibrary.ts';
import { hasGiven } from '#usecases/meetings/feedback.ts';
import { etagOf, movePanel, type PanelSeen, watchPanel } from '#usecases/meetings/panel.ts';
import { firstNameIn } from '#usecases/pairs/pairs.ts';
import type { Words } from '#words/words.ts';
import { pairOf } from './pairs.ts';

const Asked = z.object({
  occurrence: z.string().min(1).max(200),
  /** The etag of the view the caller has: the answer waits until there is another, up to 25 seconds. */
  after: z.string().max(40).default(''),
});
const Pressed = z.object({ occurrence: z.string().max(200).optional() });

export const panelRoutes = [
  route('panel', {
    query: Asked,
    answer: PanelView,
    run: async ({ ctx, actor, params, query, signal, words }) => {
      const occurrence = asId<OccurrenceId>(query.occurrence);
      const asked = { occurrence, after: query.after, signal };
      return presentPanel(await watchPanel(ctx, actor.person, pairOf(params), asked), words);
    },
  }),
  /** If-Match carries the etag of the view that was pressed; on an older view nothing happens. */
  route('movePanel', {
    query: Pressed,
    body: PanelMove,
    answer: PanelView,
    run: async ({ ctx, actor, params, body, etag, words }) => {
      const pressed = { move: body.move, seen: etag };
      return presentPanel(await movePanel(ctx, actor.person, pairOf(params), pressed), words);
    },
  }),
];

function presentPanel({ open, panel }: PanelSeen, words: Words): PanelView {
  const meetings = open.rows.list('meeting').map(({ value }) => value);
  return {
    etag: etagOf(panel),
    occurrence: panel.occurrence,
    prompt: {
      id: panel.prompt,
      text: words(`prompts:${panel.prompt}`),
      kind: findPrompt(panel.prompt)?.kind ?? '',
    },
    first: firstNameIn(open.pair, panel.first),
    firstIsMe: panel.first === open.me.person,
    isKept: open.rows.find('prompt', panel.prompt)?.value.state === 'kept',
    isFirstMeeting: numberOf(meetings, panel.occurrence) === 1,
    iGaveFeedback: hasGiven(open.rows, panel.occurrence, open.me.person),
  };
}
