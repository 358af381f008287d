import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  AnnouncementBody,
  Announcements,
  AudienceBody,
  ContentBody,
} from '#api/contract/announcements.ts';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';
import { usePress } from './press.ts';

const FRESH_EVERY_MS = 4_000;
const MOVING_EVERY_MS = 1_500;
const SETTLED_EVERY_MS = 15_000;
/** Counting reads everybody; before it is sent the server counts again where they are many. */
const COUNTED_FOR_MS = 60_000;

/** It is about to be sent, or people are being told, or what they have is being changed. */
const isMoving = ({ announcements }: Announcements): boolean =>
  announcements.some(
    ({ state, counts, waitsMs = Number.POSITIVE_INFINITY, corrected }) =>
      state === 'sending' ||
      counts.onTheWay > 0 ||
      (state === 'waiting' && waitsMs <= UNDO_SECONDS * 1_000) ||
      ((state === 'recalled' || corrected !== undefined) && counts.amended + counts.notAmended < counts.sent),
  );

/** The newest of them, or those before one; only the newest still change of themselves. */
export const useAnnouncements = (cohort: string, before = '') =>
  useQuery({
    queryKey: ['cohort', cohort, 'announcements', before],
    queryFn: ({ signal }) =>
      call('announcements', { params: { cohort }, query: before ? { before } : {}, signal }),
    refetchInterval: ({ state: { data } }) => {
      if (before) return false;
      return data && isMoving(data) ? MOVING_EVERY_MS : SETTLED_EVERY_MS;
    },
  });

/** So many of those an announcement was sent to, of one group, found by name. */
export const deliveryPages =
  (cohort: string, announcement: string, which: string) => (asked: { find: string; from: string }) => ({
    queryKey: ['cohort', cohort, 'announcements', 'deliveries', announcement, which, asked.find, asked.from],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call('deliveries', { params: { cohort, announcement }, query: { ...asked, which }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

/** Every reply to an announcement, once they are asked for. */
export const useReplies = (cohort: string, announcement: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['cohort', cohort, 'announcements', 'replies', announcement],
    queryFn: ({ signal }) => call('replies', { params: { cohort, announcement }, signal }),
    enabled: isAsked,
  });

/** The card of what is written, once there is something to show. `content` as JSON. */
export const useNewsCard = (cohort: string, content: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'card', content],
    queryFn: ({ signal }) =>
      call('previewAnnouncement', { params: { cohort }, body: JSON.parse(content) as ContentBody, signal }),
    enabled: content !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });

/** How many an announcement would reach. */
export const useAudience = (cohort: string, asked: AudienceBody, isAsked: boolean) =>
  useQuery({
    queryKey: ['cohort', cohort, 'audience', asked.audience, asked.status ?? 'all', asked.team ?? ''],
    queryFn: ({ signal }) => call('audience', { params: { cohort }, body: asked, signal }),
    enabled: isAsked,
    staleTime: COUNTED_FOR_MS,
  });

export const useTeams = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'teams'],
    queryFn: ({ signal }) => call('teams', { params: { cohort }, signal }),
    staleTime: COUNTED_FOR_MS,
  });

/** What is done with one announcement, by its id. */
const useStep = (cohort: string, name: 'stopAnnouncement' | 'retryAnnouncement' | 'recallAnnouncement') =>
  useCohortChange((announcement: string) => call(name, { params: { cohort, announcement } }), cohort);

export const useStop = (cohort: string) => useStep(cohort, 'stopAnnouncement');
export const useRetry = (cohort: string) => useStep(cohort, 'retryAnnouncement');
export const useRecall = (cohort: string) => useStep(cohort, 'recallAnnouncement');

/** Answers what it said. */
export const useCallOff = (cohort: string) =>
  useCohortChange(
    (announcement: string) => call('callOffAnnouncement', { params: { cohort, announcement } }),
    cohort,
  );

interface Change<Body> {
  announcement: string;
  etag: string;
  body: Body;
}

export const useChange = (cohort: string) =>
  useCohortChange(
    ({ announcement, etag, body }: Change<AnnouncementBody>) =>
      call('changeAnnouncement', { params: { cohort, announcement }, etag, body }),
    cohort,
  );

export const useCorrect = (cohort: string) =>
  useCohortChange(
    ({ announcement, etag, body }: Change<ContentBody>) =>
      call('correctAnnouncement', { params: { cohort, announcement }, etag, body }),
    cohort,
  );

export function useAnnounce(cohort: string) {
  const once = usePress();
  return useCohortChange(
    (body: AnnouncementBody) => once((press) => call('announce', { params: { cohort }, body, press })),
    cohort,
  );
}

/** To whoever writes it alone. */
export function useTry(cohort: string) {
  const once = usePress();
  return useMutation({
    mutationFn: (body: ContentBody) =>
      once((press) => call('tryAnnouncement', { params: { cohort }, body, press })),
  });
}
