import { describe, expect, it } from 'vitest';
import { NEXT_STEPS } from '#domain/pairs/nextSteps.ts';
import { type Standing, statusCard } from '#teams/cards/home/status.ts';
import { aPaired } from '#tests/bot/pairWorld.ts';
import { contentOf, nodesOf, reader, words } from '#tests/bot/teams/cards/everyCard.ts';
import { getMe } from '#usecases/home/me.ts';

const linesOf = (standing: Standing): string[] =>
  [...nodesOf(contentOf(statusCard(standing, words, reader)))]
    .filter(({ type }) => type === 'TextRun')
    .map(({ text }) => String(text));
const pair = (next: string, state = 'active') => ({ partners: [{ firstName: 'Aisha' }], state, next });

describe('the card of where things stand', () => {
  it.each(NEXT_STEPS)('has a sentence for the next step: %s', (next) => {
    const [line] = linesOf({ enrolments: [], pairs: [pair(next)] });
    expect(line).toMatch(/^• Aisha: \w.+\.$/);
  });

  it.each(['invited', 'joined', 'passed', 'later', 'left'])('has a sentence for who has %s', (state) => {
    const [line] = linesOf({ enrolments: [{ cohortName: 'Finance pilot', state }], pairs: [] });
    expect(line).toMatch(/^• Finance pilot: \w.+\.$/);
  });

  it('leaves out what has ended, and is never empty', () => {
    const nothing = [words('bot:status.nothing')];
    expect(linesOf({ enrolments: [], pairs: [pair('none', 'ended')] })).toEqual(nothing);
    expect(linesOf({ enrolments: [], pairs: [] })).toEqual(nothing);
  });

  it('tells the mentor of a new pair to write the first draft, and the executive to wait', async () => {
    const { ctx, clara, aisha } = await aPaired();
    const lines = async (person: typeof clara) => linesOf(await getMe(ctx, { person, roles: [] }));
    expect(await lines(aisha)).toEqual([`• ${words('bot:status.draftAgreement', { partners: 'Clara' })}`]);
    expect(await lines(clara)).toEqual([`• ${words('bot:status.wait', { partners: 'Aisha' })}`]);
  });
});
