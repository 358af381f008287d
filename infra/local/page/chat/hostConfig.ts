import { tokens } from '@fluentui/react-components';
import { HostConfig } from 'adaptivecards';

const colours = (normal: string, subtle: string) => ({ default: normal, subtle });

const foregroundColors = {
  default: colours(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: colours(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  light: colours(tokens.colorNeutralForegroundOnBrand, tokens.colorNeutralForegroundOnBrand),
  accent: colours(tokens.colorBrandForeground1, tokens.colorBrandForeground1),
  good: colours(tokens.colorPaletteGreenForeground1, tokens.colorPaletteGreenForeground1),
  warning: colours(tokens.colorPaletteMarigoldForeground1, tokens.colorPaletteMarigoldForeground1),
  attention: colours(tokens.colorPaletteRedForeground1, tokens.colorPaletteRedForeground1),
};

const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

/**
 * Teams' measures with Fluent's colours. The colours are the theme's CSS variables: a change of theme recolours
 * a card where it stands, and what was typed into it stays.
 */
export const teamsHostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container(tokens.colorNeutralBackground1),
    emphasis: container(tokens.colorNeutralBackground3),
    accent: container(tokens.colorBrandBackground2),
    good: container(tokens.colorPaletteGreenBackground1),
    warning: container(tokens.colorPaletteYellowBackground1),
    attention: container(tokens.colorPaletteRedBackground1),
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', size: 'Small' },
  },
  actions: {
    maxActions: 6,
    spacing: 'Large',
    buttonSpacing: 8,
    showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
  },
  factSet: {
    title: { weight: 'Bolder', wrap: true, maxWidth: 140 },
    value: { wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: 'Large', weight: 'Bolder' } },
  textBlock: { headingLevel: 2 },
});
