import { describe, expect, it } from 'vitest';
import { asId, type TopicId } from '#domain/basics/ids.ts';
import { ideasFor } from '#domain/exchanges/ideas.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';

const topic = (id: string) => asId<TopicId>(id);
const aProfile = (said: Partial<Profile>): Profile => ({ ...emptyProfile('Europe/Berlin', ['en']), ...said });
const bees = topic('own:bees');
const clara = aProfile({
  offers: [
    { topic: topic('pricing'), strength: 1 },
    { topic: topic('budgeting'), strength: 3 },
    { topic: topic('boards'), strength: 3 },
  ],
  interests: [bees],
  ownWords: { [bees]: 'Bees' },
});
const aisha = aProfile({ wants: [topic('pricing'), topic('budgeting'), topic('golf')], interests: [bees] });

describe('ideas to give back', () => {
  it('are three of different kinds, first those in which the two profiles meet', () => {
    expect(ideasFor(clara, aisha, [])).toEqual([
      { kind: 'skill', topic: 'budgeting' },
      { kind: 'story', topic: 'own:bees', label: 'Bees' },
      { kind: 'introduction' },
    ]);
  });

  it('never tell what only one of them wants, offers or likes', () => {
    const said = JSON.stringify([ideasFor(clara, aisha, []), ideasFor(aisha, clara, [])]);
    for (const alone of ['golf', 'boards']) expect(said).not.toContain(alone);
  });

  it('go on with what was done least', () => {
    const kinds = (...used: Parameters<typeof ideasFor>[2]) =>
      ideasFor(undefined, undefined, used).map(({ kind }) => kind);
    expect(kinds('introduction', 'project', 'introduction')).toEqual(['skill', 'story', 'project']);
    expect(kinds('skill', 'story', 'other')).toEqual(['introduction', 'project', 'skill']);
  });
});
