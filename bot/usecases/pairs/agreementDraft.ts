import { type Day, type TopicId, toInstant } from '#domain/basics/ids.ts';
import { AGREEMENT_TEXTS, type AgreementText } from '#domain/pairs/agreement.ts';
import type { Pair, PairMember } from '#domain/pairs/pair.ts';
import type { Role } from '#domain/people/person.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import type { Context } from '#usecases/story/context.ts';
import { findRow } from '#usecases/story/rows.ts';
import { several } from '#words/several.ts';
import type { Words } from '#words/words.ts';
import { firstNameIn } from './pairs.ts';

const MAX_TOPICS = 5;
const HALF_A_YEAR_MS = 182 * 86_400_000;

/** Somebody as the draft speaks of them. */
interface Side {
  name: string;
  role: Role;
  profile: Profile | undefined;
}

/**
 * A first draft for the mentor. It speaks only of what one wants and the other offers: a wish that the two do not
 * share stays in its owner's profile.
 */
export async function suggestAgreement(ctx: Context, pair: Pair, words: Words): Promise<AgreementText> {
  const sides = await Promise.all(pair.members.map((member) => sideOf(ctx, pair, member)));
  const [executive = NOBODY] = sides.filter(({ role }) => role === 'executive');
  const mentors = sides.filter(({ role }) => role === 'mentor');
  const mentor = together(mentors, words);
  const both = { executive: executive.name, mentor: mentor.name, ...several(mentors.length) };
  const learned = sharedTopics(executive, mentor, words);
  const given = sharedTopics(mentor, executive, words);
  const helps = (most: number): string => {
    const [help, back] = [learned.slice(0, most).join(', '), given.slice(0, most).join(', ')];
    return [
      help && words('pair:draft.help', { ...both, topics: help }),
      back && words('pair:draft.giveBack', { ...both, topics: back }),
    ]
      .filter((line) => line !== '')
      .join('\n');
  };
  const learns = (most: number): string => {
    const topics = learned.slice(0, most).join(', ');
    return topics && words('pair:draft.learn', { ...both, topics });
  };
  return {
    respectForTime: words('pair:draft.respectForTime'),
    whatItIs: fitting('whatItIs', () => words('pair:draft.whatItIs', both)),
    whatItIsNot: words('pair:draft.whatItIsNot'),
    executiveWantsToLearn: fitting('executiveWantsToLearn', learns),
    howEachHelps: fitting('howEachHelps', helps),
    whereAndHow: meetsOf([executive, ...mentors], words),
    rhythm: 'none',
    endsOn: await endOf(ctx, pair),
  };
}

/** The text with as many topics as the field holds; empty where it does not fit without any. */
function fitting(field: keyof typeof AGREEMENT_TEXTS, textOf: (topics: number) => string): string {
  for (let topics = MAX_TOPICS; topics >= 0; topics--) {
    const text = textOf(topics);
    if (text.length <= AGREEMENT_TEXTS[field]) return text;
  }
  return '';
}

const NOBODY: Side = { name: '', role: 'executive', profile: undefined };

async function sideOf(ctx: Context, pair: Pair, { person, role }: PairMember): Promise<Side> {
  const row = await findRow(ctx, 'people', person, 'profile');
  return { name: firstNameIn(pair, person), role, profile: row?.value };
}

/** The mentors of a circle as one: what any of them offers and wants. */
function together(mentors: readonly Side[], words: Words): Side {
  const [first = NOBODY, ...more] = mentors;
  if (!first.profile || more.length === 0) return first;
  const known = mentors.flatMap(({ profile }) => profile ?? []);
  const profile = {
    ...first.profile,
    wants: [...new Set(known.flatMap(({ wants }) => wants))],
    offers: known.flatMap(({ offers }) => offers),
    ownWords: Object.assign({}, ...known.map(({ ownWords }) => ownWords)) as Profile['ownWords'],
  };
  const names = new Intl.ListFormat(words('cohort:languageTag')).format(mentors.map(({ name }) => name));
  return { ...first, name: names, profile };
}

function sharedTopics(learner: Side, helper: Side, words: Words): string[] {
  const offered = new Set(helper.profile?.offers.map(({ topic }) => topic));
  return (learner.profile?.wants ?? [])
    .filter((topic) => offered.has(topic))
    .slice(0, MAX_TOPICS)
    .map((topic) => labelOf(topic, learner.profile, words));
}

const labelOf = (topic: TopicId, profile: Profile | undefined, words: Words): string =>
  topic.startsWith('own:') ? (profile?.ownWords[topic] ?? topic.slice(4)) : words(`topics:${topic}`);

function meetsOf([one, ...others]: readonly Side[], words: Words): string {
  const ways = (one?.profile?.meets ?? []).filter((way) =>
    others.every(({ profile }) => profile?.meets.includes(way)),
  );
  if (ways.length === 0) return '';
  return words('pair:draft.meets', {
    ...several(others.length),
    ways: ways.map((way) => words(`pair:draft.ways.${way}`)).join(', '),
  });
}

/** The end of the cohort, or half a year from now where that has passed. */
async function endOf(ctx: Context, pair: Pair): Promise<Day> {
  const dayIn = (ms: number) => toInstant(ms).slice(0, 10) as Day;
  const endsOn = (await cohortOf(ctx, pair.cohort))?.endsOn;
  return endsOn && endsOn >= dayIn(ctx.clock.now()) ? endsOn : dayIn(ctx.clock.now() + HALF_A_YEAR_MS);
}
