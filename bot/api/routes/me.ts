import { Me, SettingsBody } from '#api/contract/me.ts';
import { route } from '#api/http/route.ts';
import { inviteOnVisit } from '#usecases/cohorts/invitations.ts';
import { getMe } from '#usecases/home/me.ts';
import { saveSettings } from '#usecases/people/settings.ts';

export const meRoutes = [
  route('me', {
    answer: Me,
    run: async ({ ctx, actor }) => {
      await inviteOnVisit(ctx, actor.person);
      return getMe(ctx, actor);
    },
  }),
  route('saveSettings', {
    body: SettingsBody,
    run: async ({ ctx, actor, body }) => {
      await saveSettings(ctx, actor.person, body);
    },
  }),
];
