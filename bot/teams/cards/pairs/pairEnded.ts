import type { NewMatchWish } from '#domain/pairs/pair.ts';
import { doneCard } from '#teams/cards/done.ts';
import {
  type Drawn,
  draw,
  heading,
  listNames,
  openTab,
  plain,
  press,
  type Reader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import type { NewMatchSettled } from '#usecases/pairs/settled.ts';
import type { Words } from '#words/words.ts';

/** The same words for all, whoever ended it, unless somebody is not at the company any more; somebody new is offered to both roles alike. */
export function pairEndedCard(
  facts: Extract<PairFacts, { kind: 'pairEnded' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const { pair, mayHaveNew, cohortName: cohort } = facts;
  const values = { cohort, partners: listNames(facts.partners, reader), gone: facts.gone };
  const lead = facts.gone ? 'parting:ended.gone' : 'parting:ended.lead';
  const wish = (wish: NewMatchWish, style?: 'positive') =>
    press(words(`parting:newMatch.${wish}`), 'pair.newMatch', { pair, wish }, { style });
  const open = openTab(words('parting:ended.open'), reader, `pair/${pair}`);
  return draw(reader, words('parting:ended.summary', values), {
    body: [
      heading(words('parting:ended.title')),
      ...plain(words(lead, values)),
      ...plain(words('parting:ended.kept')),
      ...(mayHaveNew ? plain(words('parting:ended.ask'), { weight: 'Bolder' }) : []),
    ],
    actions: mayHaveNew ? [wish('somebodyNew', 'positive'), wish('notNow'), open] : [open],
  });
}

/** What was wished, and for an executive the way to look at once. */
export function newMatchCard(
  { pair, cohort, cohortName, role, wish }: Omit<NewMatchSettled, 'kind' | 'partners'>,
  words: Words,
  reader: Reader,
): Drawn {
  const key = wish === 'notNow' ? wish : `${wish}_${role}`;
  const looks = wish === 'somebodyNew' && role === 'executive';
  const search = press(words('parting:newMatch.search'), 'search.start', { cohort });
  return doneCard(
    words('parting:ended.title'),
    words(`parting:newMatch.said_${key}`, { cohort: cohortName }),
    reader,
    {
      actions: [...(looks ? [search] : []), openTab(words('parting:ended.open'), reader, `pair/${pair}`)],
      about: cohortName,
    },
  );
}
