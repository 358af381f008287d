import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Waiting } from './Notice.tsx';

interface ReadyProps<Data> {
  query: UseQueryResult<Data>;
  children(data: Data): ReactNode;
}

/** Loading, failed or there: what was read once stays on screen while it is read again. */
export function Ready<Data>({ query, children }: ReadyProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failed problem={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}
