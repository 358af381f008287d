import { Me, SettingsBody } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { getMe, saveSettings } from '#usecases/home/me.ts';

export const meRoutes = [
  route('me', { answer: Me, run: ({ ctx, actor, words }) => getMe(ctx, actor, words) }),
  route('saveSettings', {
    body: SettingsBody,
    answer: Me,
    run: async ({ ctx, actor, body, words }) => {
      await saveSettings(ctx, actor.person, body);
      return getMe(ctx, actor, words);
    },
  }),
];
