import type { PairId, PersonId } from '#domain/basics/ids.ts';
import type { OwnWord } from '#domain/pairs/ownWords.ts';
import { type OpenPair, openPair } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';

/** One per kind of row that holds words; none reads what somebody else wrote. */
const WRITTEN: readonly ((open: OpenPair) => OwnWord[])[] = [
  ...[goals, feedback, jotted, learnings, exchanges, closing],
];

/** What somebody wrote in a pair themselves, newest first: for them alone, also where the space is closed or ended. */
export async function listOwnWords(ctx: Context, person: PersonId, id: PairId): Promise<OwnWord[]> {
  const open = await openPair(ctx, person, id);
  return WRITTEN.flatMap((wordsIn) => wordsIn(open)).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Every wording once, with when it was first written. */
function goals({ rows, me }: OpenPair): OwnWord[] {
  const first = new Map<string, OwnWord>();
  for (const { value } of rows.list('goalstep')) {
    const key = `${value.goal} ${value.text}`;
    if (value.owner !== me.person || (first.get(key)?.at ?? value.at) < value.at) continue;
    first.set(key, { kind: 'goal', text: value.text, at: value.at });
  }
  return [...first.values()];
}

function feedback({ rows, me }: OpenPair): OwnWord[] {
  const own = rows.list('feedback').filter(({ value }) => value.person === me.person);
  return own.flatMap(({ value: { learned, surprised, at } }) =>
    [
      { kind: 'learned' as const, text: learned, at },
      { kind: 'surprised' as const, text: surprised, at },
    ].filter(({ text }) => text !== ''),
  );
}

function jotted({ rows, me }: OpenPair): OwnWord[] {
  const kinds = ['jotting', 'curiosity'] as const;
  return kinds.flatMap((kind) =>
    rows
      .list(kind)
      .filter(({ value }) => value.person === me.person)
      .map(({ value: { text, at } }) => ({ kind, text, at })),
  );
}

function closing({ rows, me }: OpenPair): OwnWord[] {
  return rows
    .list('closing')
    .filter(({ value }) => value.person === me.person && value.words !== '')
    .map(({ value }) => ({ kind: 'closing', text: value.words, at: value.at }));
}

function learnings({ rows, me }: OpenPair): OwnWord[] {
  const own = rows.list('learning').filter(({ value }) => value.writer === me.person);
  return own.map(({ value: { kind, text, at } }) => ({ kind, text, at }));
}

function exchanges({ rows, me }: OpenPair): OwnWord[] {
  const own = rows.list('exchange').filter(({ value }) => value.writer === me.person && value.text !== '');
  return own.map(({ value: { text, at } }) => ({ kind: 'help', text, at }));
}
