import { fields, id, instant, type ShapesOf } from '#domain/basics/shape.ts';
import type { OwnSponsorRows, SponsorRows } from './rows.ts';

export const ownSponsorShapes: ShapesOf<OwnSponsorRows> = {
  sponsor: fields<OwnSponsorRows['sponsor']>({ cohort: id }),
};

export const sponsorShapes: ShapesOf<SponsorRows> = {
  sponsor: fields<SponsorRows['sponsor']>({ since: instant }),
};
