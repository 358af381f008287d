import { Column, ColumnSet, Image, TextBlock } from '@microsoft/teams.cards';
import { WORTH } from '#domain/meetings/feedback.ts';
import { type CardElement, press, type Reader } from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';

/** Where the picture of a face lies; the word under it carries the meaning alone. */
const faceUrl = ({ publicUrl }: Reader, value: number): string => `${publicUrl}/tabs/faces/${value}.png`;

export const faceWord = (words: Words, value: number): string => words(`feedback:worthTheHour${value}`);

export const faceImage = (value: number, words: Words, reader: Reader, widthPx: number): Image =>
  new Image(faceUrl(reader, value), {
    altText: faceWord(words, value),
    width: `${widthPx}px`,
    horizontalAlignment: 'Center',
  });

const FACE_PX = 40;

/** Five faces with five words, from the least to the most; each does `verb` with its value. */
export function fiveFaces(
  verb: string,
  data: Record<string, unknown>,
  words: Words,
  reader: Reader,
): CardElement {
  const columns = WORTH.map((value) => {
    const word = faceWord(words, value);
    const name = new TextBlock(word, {
      ...{ size: 'Small', wrap: true, horizontalAlignment: 'Center', spacing: 'Small' },
    });
    const column = new Column(faceImage(value, words, reader, FACE_PX), name).withOptions({
      width: 'stretch',
    });
    return column.withSelectAction(press(word, verb, { ...data, worthTheHour: `${value}` }));
  });
  return new ColumnSet({ columns, spacing: 'Medium' });
}
