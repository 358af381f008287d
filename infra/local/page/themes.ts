import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { TeamsTheme } from './host/protocol.ts';
import type { ThemeName } from './state/view.ts';

/** Segoe UI is not on every machine; what follows it should look as calm. */
const fontFamilyBase =
  "'Segoe UI Variable', 'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

export const FLUENT_THEMES: Record<ThemeName, Theme> = {
  light: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};

/** What Teams calls these themes when it speaks to a tab. */
export const TEAMS_THEMES: Record<ThemeName, TeamsTheme> = {
  light: 'default',
  dark: 'dark',
  contrast: 'contrast',
};
