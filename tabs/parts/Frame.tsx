import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { directionOf, shownIn } from '#words/languages.ts';
import { type Client, onTheme, type ThemeName } from '../teams.ts';
import { Boundary } from './Boundary.tsx';
import { keepFocus } from './keepFocus.ts';
import { AsksBeforeLeaving } from './Unsaved.tsx';

/** The fonts of Teams, then calm ones of other systems: Fluent would leave Linux to whatever comes first. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, sans-serif";
const THEMES = {
  default: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  glass: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};

export interface Reader {
  locale: string;
  /** IANA name. */
  timeZone: string;
}

const HERE: Reader = { locale: 'en', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
const ReaderContext = createContext<Reader>(HERE);

/** Whose eyes read this: their language and time zone. */
export const useReader = (): Reader => useContext(ReaderContext);
export const ReaderProvider = ReaderContext.Provider;

/**
 * Theme, language and direction of the Teams client around a page; English from left to right where a language has
 * no catalogue. What breaks inside says what to do.
 */
export function Frame({ client, children }: { client?: Client; children: ReactNode }) {
  const [theme, setTheme] = useState<ThemeName>(client?.theme ?? 'default');
  const locale = shownIn(client?.locale ?? 'en');
  const dir = directionOf(locale);
  useEffect(() => {
    if (client) onTheme(setTheme);
  }, [client]);
  useEffect(keepFocus, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = dir;
    document.body.style.margin = '0';
  }, [locale, dir]);
  return (
    <FluentProvider theme={THEMES[theme]} dir={dir} style={{ minHeight: '100vh' }}>
      <ReaderProvider value={{ ...HERE, locale }}>
        <AsksBeforeLeaving>
          <main>
            <Boundary>{children}</Boundary>
          </main>
        </AsksBeforeLeaving>
      </ReaderProvider>
    </FluentProvider>
  );
}
