import { describe, expect, it } from 'vitest';
import { begin, changed, isChanged, rebased } from '#tabs/pair/agreement/merging.ts';
import type { AgreementBody } from '../../answers.ts';

const TEXT: AgreementBody = {
  ...{ respectForTime: 'On time.', whatItIs: 'A talk.', whatItIsNot: '', executiveWantsToLearn: 'Video.' },
  ...{ howEachHelps: 'Both.', whereAndHow: 'Over coffee.', rhythm: 'none', endsOn: '2027-05-31' },
};
const theirs = { version: 2, by: 'Clara', text: { ...TEXT, whereAndHow: 'On a walk.', whatItIs: 'A chat.' } };

describe('a version that somebody saves while one writes', () => {
  it('is taken in where one wrote nothing', () => {
    const work = rebased(changed(begin(TEXT, 1), { respectForTime: 'Early.' }), theirs);
    expect(work.mine).toEqual({ ...theirs.text, respectForTime: 'Early.' });
    expect(work).toMatchObject({ version: 2, racedBy: 'Clara', before: TEXT, theirs: {} });
    expect(isChanged(work)).toBe(true);
  });

  it('loses nothing that was typed: where both changed the same, mine stands and theirs is offered', () => {
    const work = rebased(changed(begin(TEXT, 1), { whereAndHow: 'By the river.' }), theirs);
    expect(work.mine).toMatchObject({ whereAndHow: 'By the river.', whatItIs: 'A chat.' });
    expect(work.theirs).toEqual({ whereAndHow: 'On a walk.' });
    const taken = changed(work, { whereAndHow: 'On a walk.' });
    expect([taken.theirs, isChanged(taken)]).toEqual([{}, false]);
  });

  it('is no clash where both wrote the same', () => {
    const work = rebased(changed(begin(TEXT, 1), { whereAndHow: 'On a walk.' }), theirs);
    expect(work.theirs).toEqual({});
  });
});
