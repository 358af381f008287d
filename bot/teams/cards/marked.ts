import { type CardElement, OpenUrlAction, RichTextBlock, TextRun } from '@microsoft/teams.cards';
import { linesOf, type Run } from '#domain/announcements/markup.ts';
import { asWritten } from '#teams/cards/parts.ts';

/** Words of an announcement, one block per line. Text runs are shown letter by letter: what is drawn was read by us. */
export const marked = (text: string): CardElement[] =>
  linesOf(text).map(({ lead, isClose, runs }) =>
    new RichTextBlock(isClose ? { spacing: 'Small' } : {}).withInlines(
      ...(lead ? [new TextRun(lead)] : []),
      ...runs.map(drawnRun),
    ),
  );

const drawnRun = ({ text, isBold, isItalic, address }: Run): TextRun =>
  new TextRun(asWritten(text), {
    ...(isBold && { weight: 'Bolder' }),
    ...(isItalic && { italic: true }),
    ...(address !== undefined && { selectAction: new OpenUrlAction(address, { title: text }) }),
  });
