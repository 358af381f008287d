import { Me, SettingsBody } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { getMe } from '#usecases/home/me.ts';
import { saveSettings } from '#usecases/people/settings.ts';

export const meRoutes = [
  route('me', { answer: Me, run: ({ ctx, actor }) => getMe(ctx, actor) }),
  route('saveSettings', {
    body: SettingsBody,
    answer: Me,
    run: async ({ ctx, actor, body }) => {
      await saveSettings(ctx, actor.person, body);
      return getMe(ctx, actor);
    },
  }),
];
