import type { CardElement, IRichTextBlock, ITextRun } from '@microsoft/teams.cards';
import { type Line, linesOf, type Run } from '#domain/announcements/markup.ts';
import { asWritten } from '#teams/cards/parts.ts';

/**
 * Words of an announcement, one block per line. Text runs are shown letter by letter: what is drawn was read by us.
 * Nothing is said that a client takes for granted, since Teams takes 28 KB.
 */
export const marked = (text: string): CardElement[] => linesOf(text).map(blockOf);

const blockOf = ({ lead, isClose, runs }: Line): IRichTextBlock => ({
  type: 'RichTextBlock',
  ...(isClose && { spacing: 'Small' }),
  inlines: [...(lead ? [drawnRun({ text: lead })] : []), ...runs.map(drawnRun)],
});

const drawnRun = ({ text, isBold, isItalic, address }: Run): ITextRun => ({
  type: 'TextRun',
  text: asWritten(text),
  ...(isBold && { weight: 'Bolder' }),
  ...(isItalic && { italic: true }),
  ...(address !== undefined && { selectAction: { type: 'Action.OpenUrl', url: address } }),
});
