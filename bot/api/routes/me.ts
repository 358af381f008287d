import { Held, Me, SettingsBody } from '#api/contract/me.ts';
import { route } from '#api/http/route.ts';
import { inviteOnVisit } from '#usecases/cohorts/invitations.ts';
import { getMe } from '#usecases/home/me.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { eraseMe } from '#usecases/privacy/erasing.ts';
import { getHeld } from '#usecases/privacy/exporting.ts';

export const meRoutes = [
  route('me', {
    answer: Me,
    run: async ({ ctx, actor }) => {
      await inviteOnVisit(ctx, actor.person);
      return getMe(ctx, actor);
    },
  }),
  route('held', {
    answer: Held,
    perMinute: 6,
    run: ({ ctx, actor }) => getHeld(ctx, actor.person),
  }),
  route('eraseMe', {
    perMinute: 6,
    run: ({ ctx, actor }) => eraseMe(ctx, actor.person),
  }),
  route('saveSettings', {
    body: SettingsBody,
    run: async ({ ctx, actor, body }) => {
      await saveSettings(ctx, actor.person, body);
    },
  }),
];
