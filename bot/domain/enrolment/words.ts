import { asId, type TopicId } from '#domain/basics/ids.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';
import { isOwn } from '#domain/hearing/topics/topics.ts';
import type { Role } from '#domain/people/person.ts';
import { labelOf, profileCard, type Speech, topicsIn } from '#domain/profile/labels.ts';
import { TOPICS_MAX } from '#domain/profile/limits.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { Choice, Choices, Line, Step } from './conversation.ts';
import type { Hearing } from './heardAnswer.ts';
import type { Kept } from './picking.ts';

type Button = NonNullable<Line['buttons']>[number];

const button = (name: string, hears: string): Button => ({
  title: { word: `enrolment:button.${name}` },
  hears,
});
const SKIP = button('skip', 'skip');
const BACK = button('back', 'back');
const WHY = button('why', 'why do you ask?');
const STOP = button('stop', 'stop');

/** A few topics people often name, so that nobody faces an empty line. Pressing one answers with it. */
const OFTEN: Record<Role, Record<'wants' | 'offers' | 'interests', string[]>> = {
  executive: {
    wants: ['generativeAi', 'shortVideo', 'viewFromBelow'],
    offers: ['decisionMaking', 'strategy', 'networking'],
    interests: ['cooking', 'travel', 'football'],
  },
  mentor: {
    wants: ['decisionMaking', 'careerPlanning', 'networking'],
    offers: ['generativeAi', 'socialMedia', 'dashboards'],
    interests: ['cooking', 'travel', 'football'],
  },
};

const often = (role: Role, step: 'wants' | 'offers' | 'interests', profile: Profile): Choices => ({
  topics: OFTEN[role][step]
    .filter((id) => !topicsIn(profile, step).includes(asId(id)))
    .map((id) => ({ list: step, topic: asId(id), title: { word: `topics:${id}` } })),
  of: { at: step },
});

function buttonsOf(step: Step, isFirst: boolean): Button[] {
  const leave = isFirst ? STOP : BACK;
  switch (step) {
    case 'wants':
    case 'offers':
    case 'interests':
      return [SKIP, WHY, leave];
    case 'meet':
      return [
        button('walk', 'walk'),
        button('coffee', 'coffee'),
        button('video', 'video'),
        button('any', 'anything works'),
        SKIP,
        BACK,
      ];
    case 'languages':
      return [
        button('fits', 'skip'),
        button('room2', 'room for 2'),
        button('room3', 'room for 3'),
        WHY,
        BACK,
      ];
    case 'excludes':
      return [button('nobody', 'nobody'), WHY, BACK];
    case 'review':
      return [button('done', 'done'), button('change', 'change something'), button('restart', 'start again')];
    default:
      return step satisfies never;
  }
}

export interface Asking {
  step: Step;
  role: Role;
  profile: Profile;
  isFirst: boolean;
  speech: Speech;
}

/** The question of a step, with what is known already, its buttons, and at the review the whole card. */
export function questionOf(asking: Asking): Line[] {
  const { step, role, profile, speech } = asking;
  const buttons = buttonsOf(step, asking.isFirst);
  if (step === 'review')
    return [
      { card: { name: 'profile', values: profileCard(profile, speech) } },
      { text: { word: 'enrolment:ask.review' }, buttons },
    ];
  if (step === 'languages')
    return [{ text: { word: 'enrolment:ask.languages', values: profileCard(profile, speech) }, buttons }];
  const known = step === 'wants' || step === 'offers' || step === 'interests' ? topicsIn(profile, step) : [];
  const ask = {
    text: {
      word: step === 'wants' || step === 'offers' ? `enrolment:ask.${step}.${role}` : `enrolment:ask.${step}`,
    },
    ...((step === 'wants' || step === 'offers' || step === 'interests') && {
      choices: often(role, step, profile),
    }),
    buttons,
    ...(step === 'excludes' && { opensTab: 'profile' as const }),
  };
  if (known.length === 0) return [ask];
  const topics = speech.list(known.map((topic) => labelOf(topic, profile, speech)));
  return [{ text: { word: `enrolment:known.${step}`, values: { topics } } }, ask];
}

/** Which field to change, asked at the review. */
export const whichToChange = (): Line => ({
  text: { word: 'enrolment:which' },
  buttons: (['wants', 'offers', 'interests', 'meet', 'languages', 'excludes'] as const).map((step) =>
    button(`change_${step}`, `change ${step}`),
  ),
});

/** So many of those not kept are named. */
const NAMED_MAX = 10;

/** Topics by the list they were added to, each list in a sentence. */
function addedParts(added: readonly Choice[], profile: Profile, speech: Speech): string[] {
  const names = (topics: readonly TopicId[]): string =>
    speech.list([...new Set(topics)].map((topic) => labelOf(topic, profile, speech)));
  const parts = TOPIC_LISTS.flatMap((list) => {
    const topics = added.filter((each) => each.list === list).map((each) => each.topic);
    return topics.length > 0 ? [speech.words(`enrolment:noted.${list}`, { topics: names(topics) })] : [];
  });
  const own = added.map((each) => each.topic).filter(isOwn);
  return own.length === 0 ? parts : [...parts, speech.words('enrolment:noted.own', { topics: names(own) })];
}

const asLines = (parts: readonly string[]): Line[] =>
  parts.length === 0 ? [] : [{ text: { word: 'enrolment:noted.all', values: { what: parts.join(' ') } } }];

const fullPart = (speech: Speech): string => speech.words('enrolment:noted.topicsFull', { max: TOPICS_MAX });

/** What was kept of the topics somebody ticked. */
export function keptOf({ added, isFull, isRefused, profile }: Kept, before: Profile, speech: Speech): Line[] {
  const parts = addedParts(added, profile, speech);
  if (isFull) parts.push(fullPart(speech));
  if (isRefused) parts.push(speech.words('enrolment:offer.refused'));
  if (parts.length === 0 && before === profile) parts.push(speech.words('enrolment:offer.known'));
  return asLines(parts);
}

/** What was understood, in one message, so that a slip is seen at once. Nothing when nothing changed. */
export function notedOf(hearing: Hearing, before: Profile, speech: Speech): Line[] {
  const known = { ...hearing.profile, ownWords: { ...before.ownWords, ...hearing.profile.ownWords } };
  const parts = [...addedParts(hearing.added, known, speech), ...everydayParts(hearing, before, speech)];
  if (hearing.removed.length > 0) {
    const removed = [...new Set(hearing.removed)].map((topic) => labelOf(topic, known, speech));
    parts.push(speech.words('enrolment:noted.removed', { topics: speech.list(removed) }));
  }
  if (hearing.isFull) parts.push(fullPart(speech));
  if (hearing.askedRoom > 0)
    parts.push(speech.words('enrolment:noted.tooMuchRoom', { room: hearing.profile.capacity }));
  if (hearing.notKept.length > 0)
    parts.push(
      speech.words('enrolment:noted.excludesFull', {
        max: hearing.profile.excludes.length,
        people: speech.list(hearing.notKept.slice(0, NAMED_MAX)),
      }),
    );
  return asLines(parts);
}

function everydayParts(hearing: Hearing, before: Profile, speech: Speech): string[] {
  const { profile } = hearing;
  const card = profileCard(profile, speech);
  const parts: string[] = [];
  if (hearing.answers.has('meet'))
    parts.push(speech.words('enrolment:noted.meet', { meets: card.meets ?? '', reach: card.reach ?? '' }));
  if (hearing.answers.has('languages'))
    parts.push(
      speech.words('enrolment:noted.languages', {
        languages: card.languages ?? '',
        room: card.capacity ?? '',
      }),
    );
  if (hearing.excluded.length > 0)
    parts.push(
      speech.words('enrolment:noted.excluded', { people: speech.list(hearing.excluded.slice(0, NAMED_MAX)) }),
    );
  else if (profile.excludes.length !== before.excludes.length)
    parts.push(speech.words('enrolment:noted.excludes', { count: profile.excludes.length }));
  return parts;
}
