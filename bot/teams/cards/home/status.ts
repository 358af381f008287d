import {
  bullets,
  type Drawn,
  day,
  draw,
  heading,
  listNames,
  moment,
  openTab,
  plain,
  type Reader,
} from '#teams/cards/parts.ts';
import { several, severalIn } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** Where somebody stands, as far as they may know it now. */
export interface Standing {
  enrolments: { cohortName: string; state: string }[];
  pairs: {
    partners: { firstName: string }[];
    isTeam?: boolean;
    cohortName: string;
    state: string;
    next: string;
    meeting?: { stage: string; at: string | null };
  }[];
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
      const at = pair.meeting?.at;
      const when = { moment: at ? moment(at, reader) : '', day: at ? day(at, reader) : '' };
      const said = sentenceOf(pair);
      const isNamed = said === 'rest' || said === 'waitForDraft';
      return words(`bot:status.${said}`, {
        partners,
        names,
        ...(isNamed ? severalIn(pair) : several(pair.partners.length)),
        ...when,
      });
    }),
    ...(standing.isChampion ? [words('bot:status.champion')] : []),
  ];
  const body = lines.length > 0 ? bullets(lines) : plain(words('bot:status.nothing'));
  return draw(reader, words('bot:status.title'), {
    body: [heading(words('bot:status.title')), ...body],
    actions: [openTab(words('bot:status.open'), reader)],
  });
}

/**
 * Two who are a pair wait for the mentor's draft; two who are introduced for news, whatever they answered. Those who
 * meet hear where they stand by the clock, as Home says it.
 */
function sentenceOf({ state, next, meeting }: Pair): string {
  if (state === 'paused') return 'rest';
  if (next === 'meet' && meeting) return `meet_${meeting.stage}`;
  return next === 'wait' && state === 'active' ? 'waitForDraft' : next;
}
