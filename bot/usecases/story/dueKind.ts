import type { Context } from './context.ts';
import type { DueNoun } from './due.ts';

/**
 * A kind of work that falls due. A pointer only says *look*: whether anything is to be done is decided from the
 * rows, so `look` may run twice, too early, or for something that never came to be.
 */
export interface DueKind<Ids extends Record<string, string>> extends DueNoun<Ids> {
  look(ctx: Context, about: Ids): Promise<void>;
}

/** `look` after something with these ids; `noun` names it in the table and never changes. */
export const dueKind = <Ids extends Record<string, string>>(
  noun: string,
  look: DueKind<Ids>['look'],
): DueKind<Ids> => ({ noun, look });
