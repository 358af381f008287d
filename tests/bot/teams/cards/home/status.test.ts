import { describe, expect, it } from 'vitest';
import { MEETING_STAGES } from '#domain/meetings/stage.ts';
import { NEXT_STEPS } from '#domain/pairs/nextSteps.ts';
import { type Standing, statusCard } from '#teams/cards/home/status.ts';
import { aPaired } from '#tests/bot/pairWorld.ts';
import { contentOf, nodesOf, reader, words } from '#tests/bot/teams/cards/everyCard.ts';
import { getMe } from '#usecases/home/me.ts';

const linesOf = (standing: Standing): string[] =>
  [...nodesOf(contentOf(statusCard(standing, words, reader)))]
    .filter(({ type }) => type === 'TextRun')
    .map(({ text }) => String(text));
const pair = (next: string, state = 'active', cohortName = 'Finance pilot') => ({
  ...{ partners: [{ firstName: 'Aisha' }], cohortName, state, next },
});
const linesFor = (standing: Partial<Standing>) =>
  linesOf({ enrolments: [], pairs: [], isChampion: false, ...standing });
const said = (word: string, values: Record<string, string> = { partners: 'Aisha', names: 'Aisha' }) =>
  `• ${words(`bot:status.${word}`, { count: 1, ...values })}`;

describe('the card of where things stand', () => {
  it.each(NEXT_STEPS)('has a sentence for the next step: %s', (next) => {
    const [line] = linesFor({ pairs: [pair(next)] });
    expect(line).toMatch(/^• Aisha: \w.+\.$/);
  });

  it.each(['invited', 'joined', 'passed', 'later', 'left'])('has a sentence for who has %s', (state) => {
    const [line] = linesFor({ enrolments: [{ cohortName: 'Finance pilot', state }] });
    expect(line).toMatch(/^• Finance pilot: \w.+\.$/);
  });

  it('leaves out what has ended, and is never empty', () => {
    const nothing = [words('bot:status.nothing')];
    expect(linesFor({ pairs: [pair('none', 'ended')] })).toEqual(nothing);
    expect(linesFor({})).toEqual(nothing);
  });

  it('tells the mentor of a new pair to write the first draft, and the executive to wait', async () => {
    const { ctx, clara, aisha } = await aPaired();
    const lines = async (person: typeof clara) => linesOf(await getMe(ctx, { person, roles: [] }));
    expect(await lines(aisha)).toEqual([`• ${words('bot:status.draftAgreement', { partners: 'Clara' })}`]);
    expect(await lines(clara)).toEqual([said('waitForDraft')]);
  });

  it('never says of a pair that somebody answered and waits for news', () => {
    const enrolments = [{ cohortName: 'Finance pilot', state: 'joined' }];
    for (const next of NEXT_STEPS)
      expect(linesFor({ enrolments, pairs: [pair(next)] }).join()).not.toContain('when there is news');
    expect(linesFor({ enrolments, pairs: [pair('wait', 'introduced')] })[1]).toBe(said('wait'));
    expect(linesFor({ enrolments, pairs: [pair('meet', 'paused')] })[1]).toBe(said('rest'));
  });

  it.each(MEETING_STAGES)('follows the clock of those who meet: %s', (stage) => {
    const meeting = { stage, at: '2026-12-08T09:00:00.000Z' };
    const [line] = linesFor({ pairs: [{ ...pair('meet'), meeting }] });
    expect(line).toMatch(/^• Aisha: \w.+\.$/);
    expect(line).not.toContain('status.');
    expect(/\b8\b/.test(line ?? '')).toBe(stage !== 'never' && stage !== 'now');
  });

  it('says what is true of each of several cohorts, and whose pair is whose', () => {
    const lines = linesFor({
      enrolments: [
        { cohortName: 'Finance pilot', state: 'joined' },
        { cohortName: 'Sales wave', state: 'joined' },
        { cohortName: 'Old wave', state: 'left' },
      ],
      pairs: [pair('meet'), pair('none', 'ended', 'Sales wave')],
      isChampion: true,
    });
    expect(lines).toEqual([
      said('enrolment_joined', { cohort: 'Finance pilot' }),
      said('enrolment_waitsForMatch', { cohort: 'Sales wave' }),
      said('enrolment_left', { cohort: 'Old wave' }),
      said('meet', { partners: 'Aisha (Finance pilot)' }),
      said('champion'),
    ]);
  });
});
