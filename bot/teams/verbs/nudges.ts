import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { NUDGES } from '#domain/nudges/rules.ts';
import { doneCard } from '#teams/cards/done.ts';
import { press } from '#teams/cards/parts.ts';
import { nudgeLater } from '#usecases/nudges/nudges.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { type Answer, id, type Presser, type Verb, verb } from './verb.ts';

const Nudge = z.object({ pair: id, rule: z.enum(NUDGES), occasion: id });

export const nudgeVerbs: Record<string, Verb> = {
  'nudge.later': verb(Nudge, {
    async run({ pair, rule, occasion }, by) {
      await nudgeLater(by.parts.ctx, by.person, { pair: asId(pair), rule, occasion });
      return { card: doneCard(by.words('nudge:done'), by.words('nudge:later_done'), by.reader) };
    },
  }),
  'nudge.off': verb(z.unknown(), { run: (_, by) => wantNudges(by, false) }),
  'nudge.on': verb(z.unknown(), { run: (_, by) => wantNudges(by, true) }),
};

/** Reminders on or off, over all pairs. */
async function wantNudges(by: Presser, wanted: boolean): Promise<Answer> {
  await saveSettings(by.parts.ctx, by.person, { nudgesMuted: !wanted });
  const text = by.words(wanted ? 'nudge:on_done' : 'nudge:off_done');
  const actions = wanted ? [] : [press(by.words('nudge:on'), 'nudge.on', {})];
  return { card: doneCard(by.words('nudge:done'), text, by.reader, { actions }) };
}
