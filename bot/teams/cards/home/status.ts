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
  pairs: { partners: { firstName: string }[]; state: string; next: string }[];
}

/** Where things stand for the reader: cohorts first, then pairs that have not ended. */
export function statusCard(standing: Standing, words: Words, reader: Reader): Drawn {
  const pairs = standing.pairs.filter((pair) => pair.state !== 'ended');
  const lines = [
    ...standing.enrolments.map(({ cohortName, state }) =>
      words(`bot:status.enrolment_${state}`, { cohort: cohortName }),
    ),
    ...pairs.map(({ partners, next }) =>
      words(`bot:status.${next}`, {
        partners: listNames(
          partners.map((one) => one.firstName),
          reader,
        ),
      }),
    ),
  ];
  const body = lines.length > 0 ? bullets(lines) : plain(words('bot:status.nothing'));
  return draw(reader, words('bot:status.title'), {
    body: [heading(words('bot:status.title')), ...body],
    actions: [openTab(words('bot:status.open'), reader)],
  });
}
