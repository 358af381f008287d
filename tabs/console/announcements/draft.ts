import type { AnnouncementBody, AnnouncementDraft, ContentBody } from '#api/contract/announcements.ts';

/** What stands in the fields that make a card; an empty address is no picture, no button. */
export interface Written {
  title: string;
  text: string;
  picture: string;
  alt: string;
  buttons: { title: string; address: string }[];
}

/** What stands in the form. `day` is empty for now. */
export interface Draft extends Written {
  audience: AnnouncementBody['audience'];
  status: NonNullable<AnnouncementBody['status']>;
  /** Undefined for every team, empty until one is chosen. */
  team: string | undefined;
  day: string;
  time: string;
}

const NOTHING: Written = { title: '', text: '', picture: '', alt: '', buttons: [] };
export const EMPTY: Draft = {
  ...NOTHING,
  ...{ audience: 'everyone', status: 'all', team: undefined, day: '', time: '09:00' },
};

export const writtenIn = ({ title, text, image, buttons = [] }: ContentBody): Written => ({
  ...{ title, text, buttons },
  ...{ picture: image?.address ?? '', alt: image?.alt ?? '' },
});

/** A draft as it was before it was sent off. */
export const draftIn = ({ audience, status = 'all', team, ...content }: AnnouncementDraft): Draft => ({
  ...EMPTY,
  ...writtenIn(content),
  ...{ audience, status, team },
});

/** What the card is made of; undefined while there is none. */
export function contentOf({ title, text, picture, alt, buttons }: Written): ContentBody | undefined {
  if (!title.trim() || !text.trim()) return undefined;
  const said = buttons.filter((button) => button.title.trim() || button.address.trim());
  return {
    ...{ title, text },
    ...(picture.trim() && { image: { address: picture, alt } }),
    ...(said.length > 0 && { buttons: said }),
  };
}

export const audienceIn = ({ audience, status, team }: Draft) => ({
  audience,
  ...(status !== 'all' && { status }),
  ...(team && { team }),
});

/** Whether anything of it is somebody's own work. */
export const isEmpty = ({ title, text, picture, alt, buttons }: Written): boolean =>
  [title, text, picture, alt].every((one) => one === '') && buttons.length === 0;
