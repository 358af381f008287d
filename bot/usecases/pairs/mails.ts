import { teamsNameOf } from '#domain/people/person.ts';
import { getPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import type { OpenPair } from './pairs.ts';

/** Under what names Teams writes to the others of a pair; whoever has none is missing. */
export async function mailsOf(ctx: Context, { pair, me }: Pick<OpenPair, 'pair' | 'me'>): Promise<string[]> {
  const partners = pair.members.filter(({ person }) => person !== me.person);
  const known = await Promise.all(partners.map(({ person }) => getPerson(ctx, person)));
  return known.map(teamsNameOf).filter(Boolean);
}
