import type { PersonId } from '#domain/basics/ids.ts';
import {
  GONE,
  isNamedIn,
  ownRow,
  type PrivacyOf,
  rowAbout,
  type Somebody,
  type Speaks,
  withoutNames,
} from '#domain/basics/privacy.ts';
import type { AgreementText } from './agreement.ts';
import type { Goal } from './goals.ts';
import type { Apart, Pair, PairMember, Pause } from './pair.ts';
import { withoutOwnWords } from './reasons.ts';
import type { OwnPairRows, PairRows } from './rows.ts';

export const ownPairPrivacy: PrivacyOf<OwnPairRows> = {
  /** Also in the rows of whoever was introduced to this person. */
  pair: {
    holds: ({ partners = [] }, { person }, at) => at.partition === person || partners.includes(person),
    forget: (value, { person }, at) =>
      at.partition === person
        ? undefined
        : { ...value, partners: (value.partners ?? []).filter((one) => one !== person) },
  },
  slot: ownRow,
};

const TEXTS = [
  'respectForTime',
  'whatItIs',
  'whatItIsNot',
  'executiveWantsToLearn',
  'howEachHelps',
  'whereAndHow',
] as const satisfies (keyof AgreementText)[];

const withoutName = (text: AgreementText, who: Somebody): AgreementText => ({
  ...text,
  ...Object.fromEntries(TEXTS.map((field) => [field, withoutNames(text[field], who)])),
});

/** Their own goals go; in the partner's they are not named any more. */
const goal: Speaks<Goal> = {
  holds: ({ owner, text }, who) => owner === who.person || isNamedIn(text, who),
  forget: (value, who) =>
    value.owner === who.person ? undefined : { ...value, text: withoutNames(value.text, who) },
};

/** The place of a member, without who it was, what they answered and what they wished. */
const emptied = ({ role, answerBy }: PairMember): PairMember => ({
  ...{ person: GONE, name: '', role, answer: 'none', answerBy },
});

const withoutOwn = (member: PairMember): PairMember =>
  member.reasons ? { ...member, reasons: withoutOwnWords(member.reasons) } : member;

/** Whoever stands apart goes altogether. */
const apartWithout = (apart: readonly Apart[] | undefined, { person }: Somebody) =>
  apart && { apart: apart.filter((one) => one.person !== person) };

/** A break goes on until its day, whoever asked for it. */
function pauseWithout(pause: Pause, person: PersonId): Pause {
  const by = pause.by === person ? GONE : pause.by;
  const before = pause.leave?.before && pauseWithout(pause.leave.before, person);
  return { ...pause, by, ...(before && { leave: { before } }) };
}

export const pairPrivacy: PrivacyOf<PairRows> = {
  /** What two shared stays with the other one, without this person's name. */
  pair: {
    holds: ({ members, apart = [], asked }, { person }) =>
      asked === person || [...members, ...apart].some((member) => member.person === person),
    forget: (pair, who) => {
      const { person } = who;
      const members = pair.members.map((member) =>
        member.person === person ? emptied(member) : withoutOwn(member),
      );
      if (members.every((member) => member.person === GONE)) return undefined;
      const reasons = withoutOwnWords(pair.reasons);
      const asked = pair.asked === person && { asked: GONE };
      const others = apartWithout(pair.apart, who);
      const pause = pair.state === 'paused' && { pause: pauseWithout(pair.pause, person) };
      const gone = pair.state === 'ended' && pair.gone === person && { gone: GONE };
      return { ...pair, members, ...others, reasons, ...asked, ...gone, ...pause } as Pair;
    },
  },
  agreement: {
    holds: ({ by, text }, who) => by === who.person || TEXTS.some((field) => isNamedIn(text[field], who)),
    forget: (agreement, who) => ({
      ...agreement,
      by: agreement.by === who.person ? GONE : agreement.by,
      text: withoutName(agreement.text, who),
    }),
  },
  signature: rowAbout(({ person }) => [person]),
  /** Without whose it was it stays: otherwise what was closed would stand open again. */
  withdrawal: {
    holds: (withdrawal, { person }) => withdrawal.person === person,
    forget: (withdrawal) => ({ ...withdrawal, person: GONE }),
  },
  goal,
  goalstep: goal,
};
