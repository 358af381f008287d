import type { Notice } from '#domain/all/notices.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { NewsStands } from '#usecases/announcements/amending.ts';
import { type InNameStands, settledInName } from '#usecases/announcements/inName.ts';
import { type ContactStands, settledContact } from '#usecases/cohorts/contactCards.ts';
import { type InvitationSettled, settledInvitation } from '#usecases/cohorts/settled.ts';
import { type LeftOutSettled, settledLeftOut } from '#usecases/matching/settled.ts';
import { type FeedbackSettled, settledFeedback } from '#usecases/meetings/settled.ts';
import {
  type AgreementSettled,
  type IntroductionSettled,
  type NewMatchSettled,
  settledAgreement,
  settledIntroduction,
  settledNewMatch,
} from '#usecases/pairs/settled.ts';
import { type SearchSettled, settledSearch } from '#usecases/searches/settled.ts';
import type { CardAbout, Settled } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import type { SettledCard, Settling } from '#usecases/story/settling.ts';

/** What a card asks no longer, as its reader may know it; or what became of news. */
export type SettledFacts =
  | NewsStands
  | InvitationSettled
  | ContactStands
  | InNameStands
  | IntroductionSettled
  | LeftOutSettled
  | SearchSettled
  | AgreementSettled
  | NewMatchSettled
  | FeedbackSettled;

/**
 * By what the card of each notice is settled. `stays`: it asks for nothing that anybody could settle elsewhere; it
 * tells something, leads into the tab, or may be answered as often as one likes.
 */
export const SETTLED_BY: Record<Notice['kind'], Settled | 'stays'> = {
  invitation: 'invitation',
  introduction: 'introduction',
  firstChat: 'introduction',
  decide: 'introduction',
  paired: 'stays',
  introductionEnded: 'stays',
  separated: 'stays',
  champion: 'stays',
  contact: 'contact',
  sponsor: 'stays',
  inName: 'inName',
  inNameAnswered: 'stays',
  leftOut: 'leftOut',
  searchNews: 'search',
  paused: 'stays',
  resumed: 'stays',
  leftCircle: 'stays',
  pairEnded: 'newMatch',
  oneLine: 'stays',
  agreementToSign: 'agreement',
  agreementSigned: 'stays',
  spaceClosed: 'stays',
  feedback: 'feedback',
  nudge: 'stays',
  didYouMeet: 'feedback',
  met: 'feedback',
  announcement: 'stays',
  announcementTest: 'stays',
  announcementReply: 'stays',
  gathering: 'stays',
  gatheringOff: 'stays',
  closing: 'stays',
  concern: 'stays',
};

const SETTLING: Record<Settled, Settling<SettledFacts>> = {
  invitation: settledInvitation,
  contact: settledContact,
  inName: settledInName,
  introduction: settledIntroduction,
  leftOut: settledLeftOut,
  search: settledSearch,
  agreement: settledAgreement,
  newMatch: settledNewMatch,
  feedback: settledFeedback,
};

/** What became of somebody's cards, from their own rows and view; empty while they still ask. */
export async function composeSettled(
  ctx: Context,
  { about, id, part, person }: CardAbout,
): Promise<SettledCard<SettledFacts>[]> {
  if (!Object.hasOwn(SETTLING, about)) throw new Error('nobody here knows this kind of card');
  return SETTLING[about](ctx, asId<PersonId>(person), { id, part });
}
