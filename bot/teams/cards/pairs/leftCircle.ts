import { type Drawn, draw, heading, openTab, plain, type Reader, withReader } from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { inTeam } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** A mentor has left a circle, which goes on with the others. */
export function leftCircleCard(
  facts: Extract<PairFacts, { kind: 'leftCircle' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const { name, cohortName: cohort, pair } = facts;
  const values = { name, cohort, ...withReader(facts.partners, reader), ...inTeam(facts) };
  const title = words('bot:leftCircle.title');
  const lead = name ? words('bot:leftCircle.lead', values) : words('bot:leftCircle.leadNameless', values);
  return draw(reader, name ? words('bot:leftCircle.summary', values) : title, {
    body: [heading(title), ...plain(lead)],
    actions: [openTab(words('bot:leftCircle.open'), reader, `pair/${pair}`)],
  });
}
