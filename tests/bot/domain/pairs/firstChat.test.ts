import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  closesAt,
  decideAnswer,
  decideEnd,
  decideReminder,
  isFirstChat,
  isToAnswer,
  stateFor,
  withTimeForChat,
} from '#domain/pairs/introduction.ts';
import type { IntroductionAnswer, Pair, PairMember } from '#domain/pairs/pair.ts';
import { clara, introduction, MONDAY, meera } from './introduced.ts';

const ZONES = { [clara]: 'Europe/London', [meera]: 'Asia/Kolkata' };
const HOUR_MS = 3_600_000;

const member = (pair: Pair, person: PersonId) =>
  pair.members.find((one) => one.person === person) as PairMember;

/** One answer as the use case keeps it; what is refused changes nothing. */
function say(
  pair: Pair,
  person: PersonId,
  answer: IntroductionAnswer,
  nowMs = MONDAY,
): { pair: Pair; said: string } {
  try {
    const decided = decideAnswer(pair, member(pair, person), { answer, nowMs });
    if (decided.kind === 'unchanged') return { pair, said: decided.state };
    const begins = decided.state === 'firstChat';
    const zones = pair.members.map((one) => ZONES[one.person] ?? 'UTC');
    return { pair: begins ? withTimeForChat(decided.pair, zones) : decided.pair, said: decided.state };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { pair, said: error.word };
  }
}
const after = (...said: [PersonId, IntroductionAnswer, number?][]): Pair =>
  said.reduce((pair, [person, answer, nowMs]) => say(pair, person, answer, nowMs).pair, introduction());

describe('a first chat before deciding', () => {
  it('begins when all would like to meet and one wants to meet first, whoever speaks last', () => {
    const one = say(after([clara, 'yes']), meera, 'meetFirst');
    const other = say(after([meera, 'meetFirst']), clara, 'yes');
    const both = say(after([meera, 'meetFirst']), clara, 'meetFirst');
    for (const { pair, said } of [one, other, both]) {
      expect([said, pair.state, isFirstChat(pair)]).toEqual(['firstChat', 'introduced', true]);
      expect(pair.firstChatSince).toBe('2026-11-23T14:00:00.000Z');
    }
  });

  it('gives each ten working days until nine of their own day, and the one question after five', () => {
    const pair = after([clara, 'yes'], [meera, 'meetFirst']);
    expect(pair.members.map(({ answerBy, remindAt }) => [remindAt, answerBy])).toEqual([
      ['2026-12-01T09:00:00.000Z', '2026-12-08T09:00:00.000Z'],
      ['2026-12-01T03:30:00.000Z', '2026-12-08T03:30:00.000Z'],
    ]);
  });

  it('reveals nothing while one has not answered, or said no', () => {
    for (const pair of [after([clara, 'meetFirst']), after([meera, 'notThisTime'], [clara, 'meetFirst'])])
      expect([isFirstChat(pair), isToAnswer(pair, member(pair, clara))]).toEqual([false, false]);
  });

  it('makes the pair when those who wanted to meet first say yes', () => {
    const pair = after([clara, 'meetFirst'], [meera, 'meetFirst'], [clara, 'yes']);
    expect(pair.state).toBe('introduced');
    expect(say(pair, meera, 'yes')).toMatchObject({ said: 'paired', pair: { state: 'active' } });
    expect(say(after([clara, 'yes'], [meera, 'meetFirst']), meera, 'yes').said).toBe('paired');
  });

  it('keeps a yes that was said, and lets it be withdrawn', () => {
    const pair = after([clara, 'yes'], [meera, 'meetFirst']);
    expect(isToAnswer(pair, member(pair, clara))).toBe(false);
    expect(isToAnswer(pair, member(pair, meera))).toBe(true);
    expect(say(pair, clara, 'meetFirst')).toEqual({ pair, said: 'firstChat' });
    const withdrawn = say(pair, clara, 'notThisTime').pair;
    expect(member(withdrawn, clara).answer).toBe('withdrawn');
    expect(say(withdrawn, meera, 'yes').said).toBe('waiting');
  });

  it('asks once who has not decided, never who has, and not once it is closed', () => {
    const pair = after([clara, 'yes'], [meera, 'meetFirst']);
    const asks = (at: string) => decideReminder(pair, Date.parse(at));
    expect(asks('2026-12-01T03:29:00Z')).toEqual([]);
    expect(asks('2026-12-01T09:00:00Z')).toEqual([meera]);
    expect(asks(closesAt(pair))).toEqual([]);
    expect(decideReminder(introduction(), Date.parse('2026-12-01T09:00:00Z'))).toEqual([]);
  });

  it('has no second one, and an executive who asked has said yes', () => {
    const asked = introduction(clara);
    expect(member(asked, clara).answer).toBe('yes');
    expect(say(asked, meera, 'yes').said).toBe('paired');
    expect(say(asked, meera, 'meetFirst').said).toBe('firstChat');
  });
});

/** What somebody can see of the pair at a moment, and what they would be told if they pressed a button then. */
const seenBy = (pair: Pair, person: PersonId, nowMs: number) => {
  const me = member(pair, person);
  const isHers = ({ tell, ended }: ReturnType<typeof decideEnd>) => [tell.includes(person), ended?.state];
  return JSON.stringify([
    stateFor(pair, me, nowMs),
    isFirstChat(pair) && stateFor(pair, me, nowMs) === 'introduced',
    isToAnswer(pair, me) && nowMs < Date.parse(closesAt(pair)),
    [me.answer, me.answerBy, closesAt(pair)],
    decideReminder(pair, nowMs).includes(person),
    isHers(decideEnd(pair, nowMs)),
    (['meetFirst', 'notThisTime'] as const).map((answer) => say(pair, person, answer, nowMs).said),
  ]);
};

describe('a no, a silence and a withdrawal of the other', () => {
  const hours = fc.integer({ min: 0, max: 24 * 30 });
  const mine = fc.array(
    fc.tuple(fc.constantFrom<IntroductionAnswer>('yes', 'meetFirst', 'notThisTime'), hours),
    {
      maxLength: 4,
    },
  );
  const inOrder = (said: [PersonId, IntroductionAnswer, number][]) => [...said].sort((a, b) => a[2] - b[2]);
  const play = (from: Pair, said: [PersonId, IntroductionAnswer, number][]) =>
    inOrder(said).reduce(
      (pair, [person, answer, hour]) => say(pair, person, answer, MONDAY + hour * HOUR_MS).pair,
      from,
    );

  it('look the same before the first chat, at every moment, whatever the reader says and when', () => {
    fc.assert(
      fc.property(mine, hours, hours, fc.constantFrom(clara, meera), (own, noAt, readAt, reader) => {
        const other = reader === clara ? meera : clara;
        const said = own.map(([answer, at]): [PersonId, IntroductionAnswer, number] => [reader, answer, at]);
        const silent = play(introduction(), said);
        const declined = play(introduction(), [...said, [other, 'notThisTime', noAt]]);
        const views = [silent, declined].map((pair) => seenBy(pair, reader, MONDAY + readAt * HOUR_MS));
        expect(new Set(views).size).toBe(1);
      }),
    );
  });

  it('look the same while there is time for a first chat, at every moment', () => {
    const starts: [IntroductionAnswer, IntroductionAnswer][] = [
      ['yes', 'meetFirst'],
      ['meetFirst', 'meetFirst'],
    ];
    const last = fc.constantFrom<IntroductionAnswer>('meetFirst', 'notThisTime');
    fc.assert(
      fc.property(
        ...([mine, hours, hours, fc.constantFrom(clara, meera), fc.constantFrom(...starts), last] as const),
        (own, noAt, readAt, reader, [first, second], theirs) => {
          const other = reader === clara ? meera : clara;
          const begun = say(say(introduction(), reader, first).pair, other, second).pair;
          // The reader's own yes would complete the pair only if the other's stood: here nobody says theirs.
          const said = own.map(([answer, at]): [PersonId, IntroductionAnswer, number] => [
            reader,
            answer,
            at,
          ]);
          const silent = play(begun, said);
          const ended = play(begun, [...said, [other, theirs, noAt]]);
          const views = [silent, ended].map((pair) => seenBy(pair, reader, MONDAY + readAt * HOUR_MS));
          expect(new Set(views).size).toBe(1);
        },
      ),
    );
  });

  it('look the same after the other had said yes and took it back', () => {
    fc.assert(
      fc.property(hours, hours, (noAt, readAt) => {
        const begun = after([clara, 'yes'], [meera, 'meetFirst']);
        const undecided = begun;
        const withdrawn = play(begun, [[clara, 'notThisTime', noAt]]);
        const views = [undecided, withdrawn].map((pair) => seenBy(pair, meera, MONDAY + readAt * HOUR_MS));
        expect(new Set(views).size).toBe(1);
      }),
    );
  });
});
