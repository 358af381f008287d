import { Refusal } from '#domain/basics/refusal.ts';
import { isShowable } from './address.ts';
import { BUTTONS_MAX, type Content } from './announcement.ts';
import { isSeen, oddIn, wrongLinkIn } from './markup.ts';

const WRITTEN_MAX = 40;
/** Enough of it to find it again. */
const startOf = (written: string): string => {
  const [line = ''] = written.split('\n');
  return line.length > WRITTEN_MAX ? `${line.slice(0, WRITTEN_MAX)}…` : line;
};

/** Refuses what could not be shown, in a sentence that says what would be right. */
export function mustBeShowable({ text, image, buttons = [] }: Content): void {
  const odd = oddIn(text);
  if (odd)
    throw new Refusal('invalid', 'cohort:announcement.markup', { ...odd, written: startOf(odd.written) });
  if (!isSeen(text)) throw new Refusal('invalid', 'cohort:announcement.nothing');
  const link = wrongLinkIn(text);
  if (link !== undefined)
    throw new Refusal('invalid', 'cohort:announcement.linkAddress', { written: startOf(link) });
  if (image && image.alt.trim() === '') throw new Refusal('invalid', 'cohort:announcement.alt');
  if (image && !isShowable(image.address)) throw new Refusal('invalid', 'cohort:announcement.imageAddress');
  if (buttons.length > BUTTONS_MAX)
    throw new Refusal('invalid', 'cohort:announcement.buttons', { max: BUTTONS_MAX });
  const wrong = buttons.find(({ address }) => !isShowable(address));
  if (wrong) throw new Refusal('invalid', 'cohort:announcement.buttonAddress', { title: wrong.title });
}

/** The content alone, without what is not there. */
export const contentIn = ({ title, text, image, buttons = [] }: Content): Content => ({
  ...{ title, text },
  ...(image && { image }),
  ...(buttons.length > 0 && { buttons }),
});
