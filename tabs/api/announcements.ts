import { useMutation, useQuery } from '@tanstack/react-query';
import type { AnnouncementBody } from '#api/contract/announcements.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';

const FRESH_EVERY_MS = 4_000;

export const useAnnouncements = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'announcements'],
    queryFn: ({ signal }) => call('announcements', { params: { cohort }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

export const usePreview = (cohort: string) =>
  useMutation({
    mutationFn: (body: AnnouncementBody) => call('previewAnnouncement', { params: { cohort }, body }),
  });

export const useAnnounce = (cohort: string) =>
  useCohortChange((body: AnnouncementBody) => call('announce', { params: { cohort }, body }), cohort);
