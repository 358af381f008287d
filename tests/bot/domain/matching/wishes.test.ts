import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { departmentWritten } from '#domain/matching/circles/mix.ts';
import { inCircles } from '#domain/matching/circles/room.ts';
import { toCandidate } from '#domain/matching/rules.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { findTrouble, type People, type Wish, whoStays } from '#domain/matching/wishes.ts';

const DAY_MS = Date.UTC(2026, 10, 23);
const id = (name: string) => asId<PersonId>(name);
const video = asId<TopicId>('shortVideo');

const aPerson = (name: string, over: Partial<MatchPerson> = {}): MatchPerson => ({
  ...{ id: id(name), role: 'executive', room: 1, wants: [video], offers: [], interests: [] },
  ...{ languages: ['en'], timeZone: 'Europe/London', meets: [], managerChain: [], excludes: [] },
  ...{ former: [], waiting: false, ...over },
});
const aMentor = (name: string, over: Partial<MatchPerson> = {}): MatchPerson =>
  aPerson(name, { role: 'mentor', wants: [], offers: [{ topic: video, strength: 3 }], ...over });
const together = (...people: MatchPerson[]): People =>
  new Map(people.map((person) => [person.id, toCandidate(person, DAY_MS)]));
const two = (executive: string, mentor: string) => ({ executive: id(executive), mentor: id(mentor) });
const pin = (executive: string, mentor: string): Wish => ({
  ...{ ...two(executive, mentor), wish: 'pin', by: id('noor'), at: asId('2026-11-23T09:00:00.000Z') },
});
const ban = (executive: string, mentor: string): Wish => ({ ...pin(executive, mentor), wish: 'ban' });

describe('a wish', () => {
  const people = together(
    aPerson('clara'),
    aPerson('diego'),
    aMentor('aisha', { room: 2 }),
    aMentor('meera'),
  );

  it('keeps two together whom the rules allow, and any two apart', () => {
    expect(findTrouble(pin('clara', 'aisha'), [], people)).toBeUndefined();
    expect(findTrouble(ban('clara', 'aisha'), [], people)).toBeUndefined();
    expect(findTrouble(pin('clara', 'aisha'), [pin('clara', 'aisha')], people)).toBeUndefined();
  });

  it('is never both', () => {
    expect(findTrouble(pin('clara', 'aisha'), [ban('clara', 'aisha')], people)).toBe('alreadyBanned');
    expect(findTrouble(ban('clara', 'aisha'), [pin('clara', 'aisha')], people)).toBe('alreadyPinned');
  });

  it('speaks of an executive and a mentor who are there', () => {
    expect(findTrouble(pin('aisha', 'clara'), [], people)).toBe('notMembers');
    expect(findTrouble(ban('clara', 'nobody'), [], people)).toBe('notMembers');
  });

  it('stays within the room of both', () => {
    expect(findTrouble(pin('clara', 'meera'), [pin('diego', 'meera')], people)).toBe('noRoom');
    expect(findTrouble(pin('clara', 'aisha'), [pin('diego', 'aisha')], people)).toBeUndefined();
    expect(findTrouble(pin('clara', 'meera'), [ban('diego', 'meera')], people)).toBeUndefined();
  });

  it('is refused for one and the same reason, whatever keeps the two apart', () => {
    const reasons: Partial<MatchPerson>[] = [
      { excludes: [id('clara')] },
      { former: [id('clara')] },
      { managerChain: [id('clara')] },
      { languages: ['es'] },
      { timeZone: 'Pacific/Auckland' },
      { offers: [] },
    ];
    const troubles = reasons.map((over) =>
      findTrouble(pin('clara', 'aisha'), [], together(aPerson('clara'), aMentor('aisha', over))),
    );
    expect(new Set(troubles)).toEqual(new Set(['rules']));
  });

  it('tells nothing of the rules where there is no room anyway', () => {
    for (const excludes of [[], [id('clara')]]) {
      const people = together(aPerson('clara', { room: 0 }), aMentor('aisha', { excludes }));
      expect(findTrouble(pin('clara', 'aisha'), [], people)).toBe('noRoom');
    }
  });
});

describe('when a round is run again', () => {
  const people = together(
    ...[aPerson('clara'), aPerson('diego'), aPerson('zofia'), aMentor('aisha'), aMentor('meera')],
  );
  const before = [two('clara', 'aisha'), two('diego', 'meera')];
  const asked = { wishes: [], before, people, floor: 0 };

  it('unchanged pairs stay', () => {
    expect(whoStays(asked)).toEqual({ pins: [], kept: before, bans: [] });
    expect(whoStays({ ...asked, before: before.toReversed() })).toEqual(whoStays(asked));
  });

  it('those who were ruled out go', () => {
    const { kept, bans } = whoStays({ ...asked, wishes: [ban('clara', 'aisha')] });
    expect({ kept, bans }).toEqual({ kept: [two('diego', 'meera')], bans: [two('clara', 'aisha')] });
  });

  it('a pin goes before a kept pair', () => {
    const { pins, kept } = whoStays({ ...asked, wishes: [pin('zofia', 'aisha')] });
    expect({ pins, kept }).toEqual({ pins: [two('zofia', 'aisha')], kept: [two('diego', 'meera')] });
  });

  it('a pin of a pair that was there is a pin, once', () => {
    const { pins, kept } = whoStays({ ...asked, wishes: [pin('clara', 'aisha')] });
    expect({ pins, kept }).toEqual({ pins: [two('clara', 'aisha')], kept: [two('diego', 'meera')] });
  });

  it('nobody stays against the rules, without room, below the floor or after leaving', () => {
    const changed = (...others: MatchPerson[]) => whoStays({ ...asked, people: together(...others) }).kept;
    expect(changed(aPerson('clara'), aMentor('aisha', { excludes: [id('clara')] }))).toEqual([]);
    expect(changed(aPerson('clara'), aMentor('aisha', { room: 0 }))).toEqual([]);
    expect(changed(aPerson('clara'))).toEqual([]);
    expect(whoStays({ ...asked, floor: 1000 }).kept).toEqual([]);
    expect(whoStays({ ...asked, floor: 1000, wishes: [pin('clara', 'aisha')] }).pins).toHaveLength(1);
  });
});

describe('a project team of the run before', () => {
  const circle = { least: 2, most: 3, mixed: true as const };
  const stays = (own: string, ...others: string[]) => {
    const all = [
      aPerson('e', { department: own }),
      ...others.map((department, n) => aMentor(`m${n}`, { department })),
    ];
    const people = new Map(all.map((one) => [one.id, inCircles(toCandidate(one, DAY_MS), circle)]));
    const before = others.map((_, n) => two('e', `m${n}`));
    return whoStays({ wishes: [], before, people, floor: 0, circle }).kept.length;
  };

  it('stays where it is from several departments, and is looked for anew where it no more is', () => {
    expect(stays('finance', 'finance', 'sales')).toBe(2);
    expect(stays('finance', 'finance', 'finance')).toBe(0);
    expect(stays('finance', 'finance', '')).toBe(0);
  });

  it('knows no department in what says that there is none', () => {
    expect(['Finance', ' - ', 'n/a', '?', 'Unknown', '不明', ''].map(departmentWritten)).toEqual([
      ...['finance', '', '', '', '', '', ''],
    ]);
    for (const none of ['TBD', 'keine Angabe', 'Non renseigné', 'なし', '未設定', 'لا يوجد', '0'])
      expect(departmentWritten(none)).toBe('');
    expect(departmentWritten('Offene Systeme')).toBe('offene systeme');
  });
});
