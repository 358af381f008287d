import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeedbackLine, MeetingTold, OutcomeBody } from '#api/contract/meetings.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';
import { spaceKey } from './pairs.ts';

export const useMeetings = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'meetings'),
    queryFn: again('meetings', { params: { pair } }),
    select: contentOf,
  });

/** The questions kept for later. */
export const useKept = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'kept'),
    queryFn: again('kept', { params: { pair } }),
    select: contentOf,
  });

/** Proposed times hardly change; the clock takes them away one a day. */
const TIMES_FRESH_MS = 60_000;

/** What it takes to find a time with the partners, and to reach them; not asked for where `isOpen` says no. */
export const usePlanning = (pair: string, isOpen = true) =>
  useQuery({
    queryKey: ['pair', pair, 'planning'],
    queryFn: again('planning', { params: { pair } }),
    select: contentOf,
    staleTime: TIMES_FRESH_MS,
    enabled: isOpen,
  });

/** Everything one can say of a meeting, whose list is read again after each; `made` where it has only just been noted. */
export function useFeedback(pair: string, occurrence: string) {
  const settled = useSettledMeetings(pair);
  const at = { params: { pair, occurrence } };
  return {
    give: (worthTheHour: number, made = occurrence) =>
      settled(call('giveFeedback', { params: { pair, occurrence: made }, body: { worthTheHour } })),
    change: (worthTheHour: number) => settled(call('changeFace', { ...at, body: { worthTheHour } })),
    add: (line: FeedbackLine) => settled(call('addLine', { ...at, body: line })),
    tellOutcome: (outcome: OutcomeBody['outcome']) =>
      settled(call('tellOutcome', { ...at, body: { outcome } })),
  };
}

/** Notes a meeting that nobody knew of; told twice it is the same one. */
export function useTellMeeting(pair: string) {
  const settled = useSettledMeetings(pair);
  return (told: MeetingTold) => settled(call('tellMeeting', { params: { pair }, body: told }));
}

function useSettledMeetings(pair: string) {
  const queries = useQueryClient();
  return async <Answer>(change: Promise<Answer>): Promise<Answer> => {
    try {
      return await change;
    } finally {
      void queries.invalidateQueries({ queryKey: spaceKey(pair, 'meetings') });
      void queries.invalidateQueries({ queryKey: ['pair', pair], exact: true });
      void queries.invalidateQueries({ queryKey: ['me'] });
    }
  };
}
