import { describe, expect, it } from 'vitest';
import { SLIP_SEARCHES } from '#domain/hearing/topics/topicIndex.ts';
import { recognise, SEGMENTS_HEARD, TOKENS_HEARD } from '#domain/hearing/topics/topicSearch.ts';

const heard = (text: string) => recognise(text).map(({ topic }) => topic);

/** Each nearly a topic, so that it must be looked for, and none like another. */
const nearly = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const letters = [...'budgets'];
    letters[1 + (n % 8)] = String.fromCharCode(97 + (Math.floor(n / 8) % 26));
    return letters.join('');
  }).join(' ');

describe('hearing is bounded by what is said, not by how', () => {
  it('looks at so many words for slips, and hears the others as they are spelled', () => {
    const many = nearly(SLIP_SEARCHES * 3);
    expect(heard(`blockchaiin, ${many}`)).toContain('blockchain');
    expect(heard(`${many}, blockchaiin`)).not.toContain('blockchain');
    expect(heard(`${many}, blockchain`)).toContain('blockchain');
  });

  it('searches for the same word once', () => {
    const same = 'budgetng '.repeat(SLIP_SEARCHES * 3);
    expect(heard(`${same}, blockchaiin`)).toEqual(expect.arrayContaining(['budgets', 'blockchain']));
  });

  it('reads so many words and so many pieces, and leaves out what comes behind', () => {
    expect(heard(`${'x '.repeat(TOKENS_HEARD - 1)}budgeting`)).toEqual(['budgets']);
    expect(heard(`${'x '.repeat(TOKENS_HEARD)}budgeting`)).toEqual([]);
    expect(heard(`${'x. '.repeat(SEGMENTS_HEARD - 1)}budgeting`)).toEqual(['budgets']);
    expect(heard(`${'x. '.repeat(SEGMENTS_HEARD)}budgeting`)).toEqual([]);
  });

  it('leaves out addresses of any length, and hears what stands beside them', () => {
    expect(heard(`${'x'.repeat(900)}@${'y'.repeat(900)}.example, budgeting`)).toEqual(['budgets']);
  });
});
