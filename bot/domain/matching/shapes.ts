import {
  fields,
  flag,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
  whole,
} from '#domain/basics/shape.ts';
import { reason } from '#domain/pairs/shapes.ts';
import { ROLES } from '#domain/people/person.ts';
import { type RoundRun, RUN_PHASES } from './progress.ts';
import { type LeftOut, PROPOSAL_STATES, type Proposal, ROUND_STATES, type Round } from './rounds.ts';
import type { RoundRows } from './rows.ts';
import { WISH_KINDS, type Wish } from './wishes.ts';

export const roundShapes: ShapesOf<RoundRows> = {
  round: fields<Round>({
    ...{ number: whole, state: oneOf(ROUND_STATES), ranAt: instant, by: id, provenBest: flag },
    ...{ areCircles: maybe(flag), areTeams: maybe(flag), gap: maybe(number) },
    ...{ covered: whole, total: whole, waiting: maybe(whole), waited: maybe(whole) },
    around: maybe(fields<NonNullable<Round['around']>>({ pins: whole, kept: whole, bans: whole })),
  }),
  proposal: fields<Proposal>({
    ...{ round: whole, executive: id, mentor: id, fit: whole, reasons: listOf(reason), pair: text },
    state: oneOf(PROPOSAL_STATES),
  }),
  leftout: fields<LeftOut>({ round: whole, person: id, role: oneOf(ROLES), reason: text }),
  wish: fields<Wish>({ executive: id, mentor: id, wish: oneOf(WISH_KINDS), by: id, at: instant }),
  run: fields<RoundRun>({
    ...{ state: oneOf(['running', 'idle']), run: text, by: id, startedAt: instant, at: instant },
    ...{ phase: oneOf(RUN_PHASES), part: number, cancelAsked: flag },
  }),
};
