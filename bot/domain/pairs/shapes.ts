import {
  type Check,
  day,
  either,
  fields,
  flag,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
  whole,
} from '#domain/basics/shape.ts';
import { ROLES } from '#domain/people/person.ts';
import {
  AGREEMENT_TEXTS,
  type Agreement,
  type AgreementText,
  RHYTHMS,
  type Signature,
  type Withdrawal,
} from './agreement.ts';
import { CONFIDENCES, GOAL_STATES, type Goal } from './goals.ts';
import {
  ANSWERS,
  type Apart,
  NEW_MATCH_WISHES,
  PAIR_STATES,
  type Pair,
  type PairLink,
  type PairMember,
  type Pause,
  type Slot,
} from './pair.ts';
import type { OwnPairRows, PairRows } from './rows.ts';

const label = maybe(text);
/** Why two people are proposed, as it stands in rows. */
export const reason = either(
  fields({ kind: oneOf(['learn', 'giveBack', 'interest']), topic: id, label }),
  fields({ kind: oneOf(['language']), language: text }),
  fields({ kind: oneOf(['meet']), way: text }),
  fields({ kind: oneOf(['departments']), count: whole }),
  fields({ kind: oneOf(['time']), hours: number }),
);

const member = fields<PairMember>({
  ...{ person: id, name: text, role: oneOf(ROLES), answer: oneOf(ANSWERS), answerBy: instant },
  ...{ remindAt: maybe(instant), again: maybe(flag), newMatch: maybe(oneOf(NEW_MATCH_WISHES)) },
  reasons: maybe(listOf(reason)),
  comesFrom: maybe(whole),
});
const apart = (value: unknown): value is Apart => member(value) && maybe(instant)((value as Apart).leftAt);
const agreementText = fields<AgreementText>({
  ...Object.fromEntries(Object.keys(AGREEMENT_TEXTS).map((name) => [name, text])),
  ...{ rhythm: oneOf(RHYTHMS), endsOn: day },
});
const goal = fields<Goal>({
  ...{ goal: id, owner: id, text, confidence: oneOf(CONFIDENCES), at: instant, seq: whole },
  state: oneOf(GOAL_STATES),
});
const pair = fields<Pair>({
  ...{ cohort: id, cohortName: text, members: listOf(member), reasons: listOf(reason), fit: number },
  ...{ introducedAt: instant, asked: maybe(id), firstChatSince: maybe(instant) },
  ...{ state: oneOf(PAIR_STATES), activeSince: maybe(instant), endedAt: maybe(instant) },
  ...{ turns: maybe(whole), apart: maybe(listOf(apart)), isTeam: maybe(flag) },
});
const pause: Check = fields<Pause>({
  ...{ by: id, until: day, resumesAt: instant },
  leave: maybe(fields<NonNullable<Pause['leave']>>({ before: maybe((value) => pause(value)) })),
});
const isOfPair = (value: Pair): boolean =>
  value.members.length > 1 && (value.state !== 'paused' || pause(value.pause));

export const ownPairShapes: ShapesOf<OwnPairRows> = {
  pair: fields<PairLink>({ cohort: id, role: oneOf(ROLES), partners: maybe(listOf(id)) }),
  slot: fields<Slot>({ pair: text }),
};

export const pairShapes: ShapesOf<PairRows> = {
  pair: (value) => pair(value) && isOfPair(value as Pair),
  agreement: fields<Agreement>({ version: whole, text: agreementText, by: id, at: instant }),
  signature: fields<Signature>({
    ...{ version: whole, person: id, at: instant },
    ...{ hash: maybe(text), confidentiality: maybe(oneOf([true])) },
  }),
  withdrawal: fields<Withdrawal>({ version: whole, person: id, at: instant }),
  goal,
  goalstep: goal,
};
