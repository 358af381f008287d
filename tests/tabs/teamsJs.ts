/** Stands in for the Teams client: what the screens asked of it can be looked up. */
import { vi } from 'vitest';

export const app = {
  initialize: vi.fn(async () => undefined),
  getContext: vi.fn(
    async (): Promise<{
      app: { theme: string; locale: string; appId?: string };
      page: { frameContext?: string };
    }> => ({
      ...{ app: { theme: 'default', locale: 'en', appId: 'turntable of the catalogue' }, page: {} },
    }),
  ),
  notifyAppLoaded: vi.fn(),
  notifySuccess: vi.fn(),
  registerOnThemeChangeHandler: vi.fn(),
  openLink: vi.fn(async (_address: string) => undefined),
};

export const calendar = { isSupported: vi.fn(() => true), composeMeeting: vi.fn(async () => undefined) };

export const chat = {
  isSupported: vi.fn(() => true),
  openChat: vi.fn(async (_with: { user: string }) => undefined),
  openGroupChat: vi.fn(async (_with: { users: string[] }) => undefined),
};

export const call = {
  isSupported: vi.fn(() => true),
  startCall: vi.fn(async (_with: { targets: string[] }) => true),
};

export const people = {
  isSupported: vi.fn(() => true),
  selectPeople: vi.fn(async (): Promise<{ objectId: string; displayName?: string; email?: string }[]> => []),
};
