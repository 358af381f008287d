import { describe, expect, it } from 'vitest';
import { asId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import {
  type Agreements,
  type AgreementText,
  canonicalText,
  decideSignature,
  standing,
} from '#domain/pairs/agreement.ts';
import { canWithdraw, decideWithdrawal, isAtRest, isClosed, knownBefore } from '#domain/pairs/consent.ts';
import type { Pair, PairMember } from '#domain/pairs/pair.ts';

const AT = asId<Instant>('2026-11-23T09:00:00.000Z');
const NOW_MS = Date.parse(AT);
const TEXT: AgreementText = {
  ...{ respectForTime: 'On time.', whatItIs: 'A talk.', whatItIsNot: 'A test.' },
  ...{ executiveWantsToLearn: 'Video.', howEachHelps: 'Both.', whereAndHow: 'A walk.' },
  ...{ rhythm: 'none', endsOn: asId('2027-05-31') },
};
const member = (name: string): PairMember => ({
  ...{ person: asId<PersonId>(name), name, role: 'mentor', answer: 'yes', answerBy: AT },
});
const pairOf = (...names: string[]): Pair => ({
  ...{ cohort: asId('c'), cohortName: '', members: names.map(member), reasons: [], fit: 1 },
  ...{ state: 'active', introducedAt: AT, activeSince: AT },
});
const TWO = pairOf('clara', 'aisha');
const THREE = pairOf('clara', 'aisha', 'meera');

const drafted = (): Agreements => ({
  ...{ versions: [{ version: 1, text: TEXT, by: asId('aisha'), at: AT }], signatures: [], withdrawals: [] },
});
/** Everybody signs the newest version; `hash` is what they saw. */
function allSign(all: Agreements, pair: Pair, but = ''): Agreements {
  const version = all.versions.length;
  for (const me of pair.members.filter(({ person }) => person !== but)) {
    const signing = { version, hash: canonicalText(TEXT), confidentiality: true };
    const one = decideSignature(me, all, { ...signing, nowMs: NOW_MS, hashOf: canonicalText });
    if (one) all.signatures.push(one);
  }
  return all;
}
function withdraw(all: Agreements, name: string): Agreements {
  const decided = decideWithdrawal(member(name), all, NOW_MS);
  if (!decided) return all;
  return {
    versions: [...all.versions, decided.agreement],
    signatures: [...all.signatures],
    withdrawals: [...all.withdrawals, decided.withdrawal],
  };
}

describe.each([
  ['two', TWO],
  ['three', THREE],
])('consent to confidentiality among %s', (_, pair) => {
  it('is each one’s own: without the last signature nothing stands', () => {
    expect(standing(pair, allSign(drafted(), pair, 'clara'))).toBeUndefined();
    expect(standing(pair, allSign(drafted(), pair))?.version).toBe(1);
  });

  it('closes what stood when one takes it back, under any name', () => {
    for (const { name } of pair.members) {
      const closed = withdraw(allSign(drafted(), pair), name);
      expect(standing(pair, closed)).toBeUndefined();
      expect([isClosed(pair, closed), isAtRest(pair, closed)]).toEqual([true, true]);
      // The words stay whose they were, whoever withdrew.
      expect(closed.versions.at(-1)).toMatchObject({ version: 2, by: 'aisha', text: TEXT });
    }
  });

  it('opens again only when all sign anew', () => {
    const closed = withdraw(allSign(drafted(), pair), 'clara');
    const nearly = allSign(closed, pair, 'aisha');
    expect([standing(pair, nearly), isClosed(pair, nearly), isAtRest(pair, nearly)]).toEqual([
      ...[undefined, true, false],
    ]);
    const open = allSign(nearly, pair);
    expect(standing(pair, open)?.version).toBe(2);
    expect(isClosed(pair, open)).toBe(false);
  });

  it('can be taken back before all have signed, and then nothing was ever open', () => {
    const taken = withdraw(allSign(drafted(), pair, 'aisha'), 'clara');
    expect(canWithdraw(member('clara'), taken)).toBe(false);
    expect(isClosed(pair, taken)).toBe(false);
    expect(standing(pair, allSign(taken, pair))?.version).toBe(2);
  });

  it('that was never given, or is taken back already, is nothing to take back', () => {
    expect(decideWithdrawal(member('clara'), drafted(), NOW_MS)).toBeUndefined();
    const closed = withdraw(allSign(drafted(), pair), 'clara');
    for (const { name } of pair.members) expect(withdraw(closed, name)).toBe(closed);
  });
});

describe('a version that stood while a newer one asked', () => {
  it('closes as well, and the newer words are the ones to sign', () => {
    const all = allSign(drafted(), TWO);
    const newer = { ...TEXT, whereAndHow: 'A café.' };
    all.versions.push({ version: 2, text: newer, by: asId('clara'), at: AT });
    const closed = withdraw(all, 'aisha');
    expect(standing(TWO, closed)).toBeUndefined();
    expect(closed.versions.at(-1)).toMatchObject({ version: 3, by: 'clara', text: newer });
  });
});

describe('signatures of before', () => {
  it('have no hash and no tick, and count as they did', () => {
    const all = drafted();
    all.signatures = TWO.members.map(({ person }) => ({ version: 1, person, at: AT }));
    expect(standing(TWO, all)?.version).toBe(1);
    expect(canWithdraw(member('clara'), all)).toBe(true);
  });
});

describe('what a reader knew before the newest version', () => {
  const versions = [1, 2, 3].map((version) => ({
    ...{ version, text: { ...TEXT, whatItIs: `A talk, ${version}.` }, by: asId<PersonId>('aisha'), at: AT },
  }));
  const all = { ...drafted(), versions };
  it('is what they signed last, else what they wrote last, else the version before', () => {
    const signed = { ...all, signatures: [{ version: 1, person: asId<PersonId>('clara'), at: AT }] };
    expect(knownBefore(member('clara'), signed)?.version).toBe(1);
    expect(knownBefore(member('clara'), all)?.version).toBe(2);
    expect(knownBefore(member('aisha'), all)).toBeUndefined();
    expect(knownBefore(member('clara'), drafted())).toBeUndefined();
    // What was opened again after a withdrawal has the same words.
    const again = { ...all, versions: [1, 2].map((version) => ({ ...versions[0], version, text: TEXT })) };
    expect(knownBefore(member('clara'), again as Agreements)).toBeUndefined();
  });
});

describe('the canonical form of a text', () => {
  it('is the same whatever order a row has, and another for every other word', () => {
    const turned = Object.fromEntries(Object.entries(TEXT).reverse()) as unknown as AgreementText;
    expect(canonicalText(turned)).toBe(canonicalText(TEXT));
    expect(canonicalText({ ...TEXT, ...{ confidentiality: true } })).toBe(canonicalText(TEXT));
    const others = (Object.keys(TEXT) as (keyof AgreementText)[]).map((field) =>
      canonicalText({ ...TEXT, [field]: `${TEXT[field]} ` } as AgreementText),
    );
    expect(new Set([canonicalText(TEXT), ...others]).size).toBe(1 + Object.keys(TEXT).length);
  });

  it('does not let words move from one field to the next', () => {
    const moved = { ...TEXT, whatItIs: 'A talk.A test.', whatItIsNot: '' };
    expect(canonicalText(moved)).not.toBe(canonicalText(TEXT));
  });
});
