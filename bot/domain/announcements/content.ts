import { Refusal } from '#domain/basics/refusal.ts';
import { BUTTONS_MAX, type Content } from './announcement.ts';

/** An address that Teams shows: https, a host with a name, nobody's password in it. */
function isShowable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
}

/** Refuses what could not be shown, in a sentence that says what would be right. */
export function mustBeShowable({ image, buttons = [] }: Content): void {
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
