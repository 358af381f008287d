import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JottingBody } from '#api/contract/jottings.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';
import { spaceKey } from './pairs.ts';

/** What was jotted down in the meetings of a pair, as far as the reader may read it. */
export const useJottings = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'jottings'),
    queryFn: again('jottings', { params: { pair } }),
    select: contentOf,
  });

/** A change of one of the reader's own; afterwards all are read again, also when it failed. */
function useJottingChange<Input>(pair: string, change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: spaceKey(pair, 'jottings') }),
  });
}

export const useChangeJotting = (pair: string, jotting: string) =>
  useJottingChange(pair, ({ etag, ...body }: JottingBody & { etag: string }) =>
    call('changeJotting', { params: { pair, jotting }, body, etag }),
  );

export const useRemoveJotting = (pair: string, jotting: string) =>
  useJottingChange(pair, () => call('removeJotting', { params: { pair, jotting } }));
