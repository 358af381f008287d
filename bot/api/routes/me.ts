import { Me, SettingsBody } from '#api/contract/me.ts';
import { route } from '#api/http/route.ts';
import { getMe } from '#usecases/home/me.ts';
import { saveSettings } from '#usecases/people/settings.ts';

export const meRoutes = [
  route('me', { answer: Me, run: ({ ctx, actor }) => getMe(ctx, actor) }),
  route('saveSettings', {
    body: SettingsBody,
    run: async ({ ctx, actor, body }) => {
      await saveSettings(ctx, actor.person, body);
    },
  }),
];
