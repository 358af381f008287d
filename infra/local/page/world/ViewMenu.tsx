import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons';
import { shownIn } from '#words/languages.ts';
import { useView } from '../state/ViewProvider.tsx';
import { LOCALES, THEMES, WIDTHS } from '../state/view.ts';
import { t } from '../words.ts';
import { BarLabel } from './BarLabel.tsx';

/** A language by its own name; one without a catalogue says that its words are English. */
function languageOf(locale: string): string {
  if (locale === '') return t('view.ownLanguage');
  const names = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' });
  const language = names.of(locale.slice(0, 2)) ?? locale;
  return shownIn(locale) === locale ? language : t('view.notYet', { language });
}

const pick = <T extends string>(all: readonly T[], [chosen]: string[]): T | undefined =>
  all.find((one) => one === chosen);

/** How everything looks: theme, width of the tab, language handed to the tab. */
export const ViewMenu = () => {
  const { view, change } = useView();
  return (
    <Menu
      checkedValues={{ theme: [view.theme], width: [view.width], locale: [view.locale] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === 'theme') change({ theme: pick(THEMES, checkedItems) ?? view.theme });
        if (name === 'width') change({ width: pick(WIDTHS, checkedItems) ?? view.width });
        if (name === 'locale') change({ locale: pick(LOCALES, checkedItems) ?? view.locale });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<DarkThemeRegular />} aria-label={t('view.menu')}>
          <BarLabel>{t('view.menu')}</BarLabel>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t('view.theme')}</MenuGroupHeader>
            {THEMES.map((theme) => (
              <MenuItemRadio key={theme} name="theme" value={theme}>
                {t(`view.themes.${theme}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('view.width')}</MenuGroupHeader>
            {WIDTHS.map((width) => (
              <MenuItemRadio key={width} name="width" value={width}>
                {t(`view.widths.${width}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('view.language')}</MenuGroupHeader>
            {LOCALES.map((locale) => (
              <MenuItemRadio key={locale} name="locale" value={locale} lang={locale || undefined}>
                {languageOf(locale)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
