import {
  bullets,
  type Drawn,
  draw,
  heading,
  listNames,
  openTab,
  plain,
  type Reader,
} from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';

/** Where somebody stands, as far as they may know it now. */
export interface Standing {
  enrolments: { cohortName: string; state: string }[];
  pairs: { partners: { firstName: string }[]; cohortName: string; state: string; next: string }[];
  isChampion: boolean;
}

type Pair = Standing['pairs'][number];

/** Where things stand for the reader: what is true of each cohort, then of each pair that has not ended. */
export function statusCard(standing: Standing, words: Words, reader: Reader): Drawn {
  const pairs = standing.pairs.filter((pair) => pair.state !== 'ended');
  const lines = [
    ...standing.enrolments.map(({ cohortName, state }) => {
      const hasSomebody = pairs.some((pair) => pair.cohortName === cohortName);
      const said = state === 'joined' && !hasSomebody ? 'waitsForMatch' : state;
      return words(`bot:status.enrolment_${said}`, { cohort: cohortName });
    }),
    ...pairs.map((pair) => {
      const names = listNames(
        pair.partners.map((one) => one.firstName),
        reader,
      );
      const partners = standing.enrolments.length > 1 ? `${names} (${pair.cohortName})` : names;
      return words(`bot:status.${sentenceOf(pair)}`, { partners, names });
    }),
    ...(standing.isChampion ? [words('bot:status.champion')] : []),
  ];
  const body = lines.length > 0 ? bullets(lines) : plain(words('bot:status.nothing'));
  return draw(reader, words('bot:status.title'), {
    body: [heading(words('bot:status.title')), ...body],
    actions: [openTab(words('bot:status.open'), reader)],
  });
}

/** Two who are a pair wait for the mentor's draft; two who are introduced for news, whatever they answered. */
function sentenceOf({ state, next }: Pair): string {
  if (state === 'paused') return state;
  return next === 'wait' && state === 'active' ? 'waitForDraft' : next;
}
