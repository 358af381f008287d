import { beforeAll, describe, expect, it } from 'vitest';
import { HOURS_PER_MONTH } from '#domain/cohorts/cohort.ts';
import { answerAct } from '#domain/enrolment/acting/answers.ts';
import type { ActAnswer, Standing, StandingState } from '#domain/enrolment/acting/standing.ts';
import { ORDER } from '#domain/enrolment/turn.ts';
import { ACTS, type Act } from '#domain/hearing/acts/acts.ts';
import { ROLES, type Role } from '#domain/people/person.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import { wordsFor } from '#words/words.ts';
import type { Asks } from './transcript.ts';
import { buttonsOf, faultOf, textOf } from './transcriptJudge.ts';
import { PILOT } from './transcriptStage.ts';
import { PLACES, type Place, SAYS, stepIn, Walk, type Walker } from './walk.ts';

const words = wordsFor('en');
const teams = localTeams();
let walk: Walk;
beforeAll(async () => {
  walk = new Walk(teams);
  await walk.open();
});

const stateOf = (place: Place): StandingState =>
  stepIn(place) ? 'joining' : place === 'put aside' ? 'joined' : (place as StandingState);

const isSearching = (state: StandingState, role: Role): boolean =>
  role === 'executive' && (state === 'joined' || state === 'introduced');

/** What the real bot should know of somebody there. */
async function standingAt(place: Place, role: Role, walker: Walker): Promise<Standing> {
  const state = stateOf(place);
  const isIn = !['unknown', 'invited', 'left'].includes(state);
  const isWith = state === 'introduced' || state === 'paired';
  const cohort = {
    ...{ id: PILOT, name: 'Finance pilot', isOpen: true, endsOn: '31 May 2027' },
    champions: ['Noor Prøve'],
  };
  const known = state === 'unknown' ? {} : { cohort, contact: { name: 'Hana Vzorová', mail: '' } };
  return {
    ...{ state, firstName: 'Clara', role: isIn ? role : undefined, ...known },
    ...{ step: stepIn(place), profile: (await walker.rows()).find('profile')?.value },
    ...{ partners: isWith ? ['Milo'] : [], isSearchPossible: isSearching(state, role) },
    here: {
      paired: state === 'paired' ? ['Milo'] : [],
      introduced: state === 'introduced' ? ['Milo'] : [],
    },
    ...{ hoursPerMonth: HOURS_PER_MONTH, speech: speechFor(words, 'en') },
  };
}

const sentencesOf = ({ said }: ActAnswer): string[] =>
  said.flatMap(({ text }) => (text ? [words(text.word, text.values)] : []));

const LOST = [
  'bot:help.title',
  'enrolment:unheard.nonsense',
  'enrolment:outside.lost',
  'bot:sorry',
  'bot:away',
];
/** Not hurried to go on with questions that were put aside, or led there by another card. */
const ASKS_NOTHING: readonly Act[] = [
  'stop',
  'leave',
  'distress',
  'concern',
  'change',
  'correct',
  'findMentor',
];
/** Left out of the answer while questions wait that were put aside. */
const WHILE_PUT_ASIDE = ['acts:next.joined', 'acts:skip.none'].map((word) =>
  words(word, { programme: 'Finance pilot' }),
);

/** What somebody told, and whether they take part: no act may change it. */
async function keptOf(walker: Walker) {
  const rows = await walker.rows();
  const profile = rows.find('profile')?.value;
  return { profile, enrolments: rows.list('enrolment').map(({ value }) => value.state) };
}

/** What is asked after an act; undefined where nothing is, or where the act steps aside. */
function askedAfter(act: Act, place: Place, role: Role): Asks | undefined {
  const step = stepIn(place);
  if (!step && isAskedByCard(act, place)) return undefined;
  if (!step) return place === 'put aside' && !ASKS_NOTHING.includes(act) ? 'goOn' : undefined;
  if (act === 'leave') return undefined;
  // What was said is heavier than the next question: it waits for "continue".
  if (act === 'stop' || act === 'concern') return undefined;
  if (step === 'review' && (act === 'skip' || act === 'thanks')) return 'finished';
  return act === 'skip' ? ORDER[role][ORDER[role].indexOf(step) + 1] : step;
}

/** The question that is open after it, empty where none is; what is to be changed is changed on the card. */
function stepAfter(act: Act, place: Place, role: Role): string {
  const step = stepIn(place);
  if (step)
    return act === 'stop' || askedAfter(act, place, role) === 'finished'
      ? ''
      : (askedAfter(act, place, role) ?? step);
  const isIn = ['put aside', 'joined', 'introduced', 'paired'].includes(place);
  return isIn && (act === 'change' || act === 'correct') ? 'review' : '';
}

/** A break and an end are asked by a card of their own, with the names of the pair; a leave where there is none. */
const isAskedByCard = (act: Act, place: Place): boolean =>
  place === 'paired'
    ? act === 'pause' || act === 'endPair'
    : act === 'pause' && ['put aside', 'joined', 'introduced'].includes(place);

/** The sentences of the answer; none where a card is shown or the next question says it all. */
function expectedOf(act: Act, place: Place, role: Role, standing: Standing): string[] {
  const answer = answerAct(act, standing);
  const isElsewhere = ['review', 'search', 'skip'].includes(answer.does ?? '') || isAskedByCard(act, place);
  if (isElsewhere || askedAfter(act, place, role) === 'finished') return [];
  return sentencesOf(answer).filter((one) => place !== 'put aside' || !WHILE_PUT_ASIDE.includes(one));
}

/** What somebody may be and where they may stand: a role says nothing before they join. */
const WHERE = PLACES.flatMap((place) => ROLES.map((role) => [role, place] as const));

describe.each(WHERE)('%s, %s', (role, place) => {
  it.each(ACTS)('%s is answered, keeps nothing, and comes back to what is open', async (act) => {
    const walker = await walk.enter(place, role);
    const standing = await standingAt(place, role, walker);
    const before = await keptOf(walker);
    const sent = await walker.say(SAYS[act]);
    expect(sent).toHaveLength(1);
    const [message = {}] = sent;
    const text = textOf(message);
    for (const word of LOST) expect(text).not.toContain(words(word));
    for (const sentence of expectedOf(act, place, role, standing)) expect(text).toContain(sentence);
    const asks = askedAfter(act, place, role);
    if (asks) expect(faultOf(text, { asks }, { name: 'Clara', role })).toBe('');
    const titles = buttonsOf(message).map(({ title }) => title);
    expect(titles).toEqual([...new Set(titles)]);
    expect(await keptOf(walker)).toEqual(before);
    expect(await walker.step()).toBe(stepAfter(act, place, role));
  });
});

describe('an invitation', () => {
  it.each(['no idea', 'no problem, who sees this?', 'sure, but how long does it take?', 'no time today'])(
    'is neither taken up nor passed by a message that asks something or puts off: %s',
    async (text) => {
      const walker = await walk.enter('invited');
      await walker.say(text);
      expect((await keptOf(walker)).enrolments).toEqual(['invited']);
    },
  );

  it.each([
    ['no', 'passed'],
    ['no thanks', 'passed'],
    ['not for me', 'passed'],
    ['not now', 'later'],
    ['sure, thanks!', 'joined'],
  ])('is answered by %j', async (text, state) => {
    const walker = await walk.enter('invited');
    await walker.say(text);
    expect((await keptOf(walker)).enrolments).toEqual([state]);
  });
});
