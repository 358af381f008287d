import { Announced } from '#api/contract/announcements.ts';
import { ChampionBody } from '#api/contract/cohorts.ts';
import {
  Backing,
  InNameAnswer,
  InNameAnswered,
  InNameBody,
  type InNameView,
} from '#api/contract/sponsors/sponsors.ts';
import { announcementOf, cohortAt } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import { linesOf } from '#domain/announcements/markup.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import {
  announceAsSponsor,
  answerInName,
  askInName,
  getBacking,
  type InNameSeen,
  takeBackInName,
} from '#usecases/announcements/inName.ts';
import { chooseSponsor, removeSponsor } from '#usecases/sponsors/sponsors.ts';

const presentInName = (seen: InNameSeen): InNameView => ({
  announcement: seen.announcement,
  title: seen.title,
  lines: linesOf(seen.text),
  audience: seen.audience,
  by: seen.byName,
  at: seen.at,
  state: seen.state,
  word: seen.word,
});

export const sponsorRoutes = [
  route('backing', {
    answer: Backing,
    run: async ({ ctx, actor, params }) => {
      const { sponsor, inName } = await getBacking(ctx, cohortAt({ params, actor }));
      return { sponsor: sponsor ?? null, inName: inName.map(presentInName) };
    },
  }),
  route('chooseSponsor', {
    body: ChampionBody,
    run: ({ ctx, actor, params, body }) => chooseSponsor(ctx, cohortAt({ params, actor }), body),
  }),
  route('removeSponsor', {
    run: ({ ctx, actor, params }) =>
      removeSponsor(ctx, cohortAt({ params, actor }), asId<PersonId>(params.sponsor ?? '')),
  }),
  route('askInName', {
    body: InNameBody,
    answer: Announced,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => ({
      announcement: await askInName(ctx, cohortAt({ params, actor }), body, pressOf({ press, ctx })),
    }),
  }),
  route('takeBackInName', {
    run: ({ ctx, actor, params }) => takeBackInName(ctx, cohortAt({ params, actor }), announcementOf(params)),
  }),
  route('answerInName', {
    body: InNameAnswer,
    answer: InNameAnswered,
    run: async ({ ctx, actor, params, body }) => {
      const asked = { announcement: announcementOf(params), ...body };
      const { state } = await answerInName(ctx, cohortAt({ params, actor }), asked);
      return { state };
    },
  }),
  route('announceAsSponsor', {
    body: InNameBody,
    answer: Announced,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => ({
      announcement: await announceAsSponsor(ctx, cohortAt({ params, actor }), body, pressOf({ press, ctx })),
    }),
  }),
];
