import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Outdated, Waiting } from './Notice.tsx';

interface ReadyProps<Data> {
  query: UseQueryResult<Data>;
  children(data: Data): ReactNode;
}

/** Loading, failed or there: what was read once stays on screen while it is read again, and says so when it can't be. */
export function Ready<Data>({ query, children }: ReadyProps<Data>) {
  const again = () => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <Outdated problem={query.error} onRetry={again} />}
        {children(query.data)}
      </>
    );
  if (query.isError) return <Failed problem={query.error} onRetry={again} />;
  return <Waiting />;
}
