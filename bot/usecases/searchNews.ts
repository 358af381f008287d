import type { Notice } from '#domain/announcement.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import { memberOf } from '#domain/introduction.ts';
import { askedOf, tellApart } from '#domain/search.ts';
import type { Words } from '#words/words.ts';
import { namesOf } from './contacts.ts';
import type { Context } from './context.ts';
import type { NoticeView } from './notice.ts';
import { cohortOf, findPair } from './pairs.ts';
import { Partition } from './partition.ts';

/** How a search stands when it is told; nothing once the executive stopped it or began another. */
export async function composeSearchNews(
  ctx: Context,
  to: PersonId,
  { cohort, search, past }: Extract<Notice, { kind: 'searchNews' }>,
  _words: Words,
): Promise<NoticeView | undefined> {
  const row = (await Partition.pick(ctx, 'people', to, [['search', cohort]])).find('search', cohort)?.value;
  if (row?.search !== search || row.ended === 'stopped' || row.ended === 'paired') return undefined;
  const people = row.mentors.map(({ person }) => person);
  const names = tellApart(people.map(await namesOf(ctx, people)));
  const nameOf = (person?: string) => names[people.indexOf(person as PersonId)] ?? '';
  const pair = row.pair && (await findPair(ctx, row.pair));
  const hearBy = pair ? (memberOf(pair, to)?.answerBy ?? '') : '';
  return {
    ...{ kind: 'searchNews', cohort, cohortName: (await cohortOf(ctx, asId(cohort)))?.name ?? '' },
    ...{ past: nameOf(past), next: hearBy ? nameOf(askedOf(row)?.person) : '', hearBy },
    ended: row.ended === 'nobodyLeft' ? '' : row.ended,
  };
}
