import { type PrivacyOf, rowAbout, rowBy } from '#domain/basics/privacy.ts';
import type { RoundRows } from './rows.ts';

export const roundPrivacy: PrivacyOf<RoundRows> = {
  round: rowBy(),
  proposal: rowAbout(({ executive, mentor }) => [executive, mentor]),
  leftout: rowAbout(({ person }) => [person]),
  wish: rowAbout(({ executive, mentor, by }) => [executive, mentor, by]),
  run: rowBy(),
};
