import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Puts what a write answered into what was read before. A reading that is under way may be older, and is dropped.
 * Nothing that was read: nothing to change.
 */
export async function note<Data>(
  queries: QueryClient,
  queryKey: QueryKey,
  change: (known: Data) => Data,
): Promise<void> {
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData<Data>(queryKey, (known) => known && change(known));
}
