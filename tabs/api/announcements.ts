import { useMutation, useQuery } from '@tanstack/react-query';
import type { AnnouncementBody, Announcements } from '#api/contract/announcements.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';
import { usePress } from './press.ts';

const FRESH_EVERY_MS = 4_000;
const MOVING_EVERY_MS = 1_500;
const SETTLED_EVERY_MS = 15_000;

/** Often while people are being told, rarely once there is only a reply to come. */
const isMoving = ({ announcements }: Announcements): boolean =>
  announcements.some(({ state, counts }) => state === 'sending' || counts.onTheWay > 0);

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

/** So many of those an announcement was sent to, found by name. */
export const deliveryPages =
  (cohort: string, announcement: string) => (asked: { find: string; from: string }) => ({
    queryKey: ['cohort', cohort, 'announcements', 'deliveries', announcement, asked.find, asked.from],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call('deliveries', { params: { cohort, announcement }, query: asked, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

export const usePreview = (cohort: string) =>
  useMutation({
    mutationFn: (body: AnnouncementBody) => call('previewAnnouncement', { params: { cohort }, body }),
  });

export const useStop = (cohort: string) =>
  useCohortChange(
    (announcement: string) => call('stopAnnouncement', { params: { cohort, announcement } }),
    cohort,
  );

export const useRetry = (cohort: string) =>
  useCohortChange(
    (announcement: string) => call('retryAnnouncement', { params: { cohort, announcement } }),
    cohort,
  );

export function useAnnounce(cohort: string) {
  const once = usePress();
  return useCohortChange(
    (body: AnnouncementBody) => once((press) => call('announce', { params: { cohort }, body, press })),
    cohort,
  );
}
