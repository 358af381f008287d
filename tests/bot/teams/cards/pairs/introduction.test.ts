import { describe, expect, it } from 'vitest';
import { asId, type Instant, type PairId, type TopicId } from '#domain/basics/ids.ts';
import { introductionCard } from '#teams/cards/pairs/introduction.ts';
import { contentOf, nodesOf, reader, words } from '#tests/bot/teams/cards/everyCard.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';

const facts: Extract<PairFacts, { kind: 'introduction' }> = {
  ...{
    kind: 'introduction',
    pair: asId<PairId>('p'),
    cohortName: 'Finance pilot',
    askedBy: '',
    executive: 'Clara Exampleton',
  },
  ...{ role: 'mentor', partners: ['Clara Exampleton'], answerBy: asId<Instant>('2026-12-01T08:00:00.000Z') },
  reasons: [
    { kind: 'learn', topic: asId<TopicId>('generativeAi'), strength: 3 },
    { kind: 'interest', topic: asId<TopicId>('own:beekeeping'), label: 'Bee keeping' },
  ],
};
const linesOf = (over: Partial<typeof facts>): string[] =>
  [...nodesOf(contentOf(introductionCard({ ...facts, ...over }, words, reader)))]
    .filter(({ type }) => type === 'TextRun' || type === 'TextBlock')
    .map(({ text }) => String(text));

describe('the card of an introduction', () => {
  it('says why these two, in the words of the reader’s side and as it was written', () => {
    const topic = words('topics:generativeAi');
    const own = words('cohort:reason.quoted', { own: 'Bee keeping' });
    const bothLike = words('cohort:reason.interest.member', { topic: own });
    for (const role of ['mentor', 'executive'] as const)
      expect(linesOf({ role })).toEqual(
        expect.arrayContaining([`• ${words(`cohort:reason.learn.${role}`, { topic })}`, `• ${bothLike}`]),
      );
  });

  it('names the executive who asked for it, and nobody in a round', () => {
    const asked = words('bot:introduction.lead_asked', { name: 'Clara', cohort: 'Finance pilot' });
    expect(linesOf({ askedBy: 'Clara', executive: 'Clara Exampleton' })).toContain(asked);
    expect(linesOf({ askedBy: '', executive: 'Clara Exampleton' })).toContain(
      words('bot:introduction.lead_mentor', { count: 1, cohort: 'Finance pilot' }),
    );
  });

  it('speaks of a circle to each of several, who were asked for by nobody', () => {
    const partners = ['Clara Exampleton', 'Diego Muestra'];
    for (const role of ['mentor', 'executive'] as const)
      expect(linesOf({ role, partners })).toContain(
        words(`bot:introduction.lead_${role}`, {
          ...{ cohort: 'Finance pilot', executive: 'Clara Exampleton', context: 'more' },
        }),
      );
  });

  it('calls a project team by its name, wherever a circle would be called one', () => {
    const partners = ['Clara Exampleton', 'Diego Muestra'];
    const said = linesOf({ partners, isTeam: true, executive: 'Clara Exampleton' }).join(' ');
    expect(said).toContain('People to meet');
    expect(said).toContain('With you in the project team:');
    expect(said).toContain('Why this project team');
    expect(said).toContain('from at least two departments');
    expect(said).not.toContain('circle');
  });

  it('asks for no reason where there is none', () => {
    expect(linesOf({})).toContain(words('bot:introduction.whyTitle', { count: 1 }));
    expect(linesOf({ reasons: [] })).not.toContain(words('bot:introduction.whyTitle', { count: 1 }));
  });
});
