import type { Notice } from '#domain/announcements/announcement.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import { askedOf, tellApart } from '#domain/searches/search.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import { cohortOf, findPair } from '#usecases/pairs/pairs.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Words } from '#words/words.ts';

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
