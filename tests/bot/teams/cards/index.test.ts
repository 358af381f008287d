import * as renderer from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import type { LeftOutReason } from '#domain/matching/rounds.ts';
import { cardFor } from '#teams/cards/index.ts';
import { VERBS } from '#teams/verbs/index.ts';
import type { Words } from '#words/words.ts';
import { cardsWith, contentOf, EVIL_TEXT, MARKER, nodesOf, noticesWith, reader, words } from './everyCard.ts';

const LEFT_OUT: Record<LeftOutReason, true> = {
  noProfile: true,
  otherLanguages: true,
  noTopic: true,
  noLanguage: true,
  noTime: true,
  noRoom: true,
  belowFloor: true,
  noPartner: true,
};

describe.each(cardsWith(EVIL_TEXT))('the %s card', (_, drawn) => {
  const content = contentOf(drawn);
  const nodes = [...nodesOf(content)];

  it('is read by the renderer of Adaptive Cards 1.5 without a complaint', () => {
    const context = new renderer.SerializationContext(renderer.Versions.v1_5);
    const card = new renderer.AdaptiveCard();
    card.hostConfig = new renderer.HostConfig({ actions: { maxActions: 6 } });
    card.parse(content, context);
    const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
    // The renderer checks `lang` with a pattern that keeps state: it refuses every other card's.
    expect(events.filter((event) => !event.includes('"lang"'))).toEqual([]);
    expect(card.validateProperties().validationEvents).toEqual([]);
    expect(content.version).toBe('1.5');
  });

  it('shows people’s words letter by letter and nowhere as markup', () => {
    for (const node of nodes.filter(({ type }) => type === 'TextBlock'))
      expect(node.text).not.toContain(MARKER);
    for (const name of ['label', 'placeholder', 'errorMessage'])
      for (const node of nodes) expect(String(node[name] ?? '')).not.toContain(MARKER);
    // An address may carry a message to be sent by hand, or a subject: letter by letter, and only behind its question mark.
    for (const { url = '' } of nodes) {
      const [place, query = ''] = String(url).split('?', 2);
      expect(place).not.toContain(MARKER);
      expect(query).not.toMatch(/[<>"\s[\]{}|\\^`#+]/);
    }
    for (const { text } of nodes.filter(({ type }) => type === 'TextRun')) expect(text).not.toMatch(/[\r\n]/);
    if (JSON.stringify(content).includes(MARKER)) {
      expect(JSON.stringify(content)).toContain('${expression} {{from}} $t(bot:sorry)');
      const shown = nodes.filter(({ type }) => type === 'TextRun').map(({ text }) => text);
      expect(shown.join()).not.toContain('{{DATE(');
    }
  });

  it('has no empty text, at most six actions each with a title, and a fallback for each verb', () => {
    for (const node of nodes.filter(({ type }) => type === 'TextBlock' || type === 'TextRun'))
      expect(String(node.text).trim()).not.toBe('');
    for (const card of nodes.filter(({ type }) => type === 'AdaptiveCard'))
      expect(((card.actions as object[]) ?? []).length).toBeLessThanOrEqual(6);
    for (const node of nodes.filter(({ type }) => String(type).startsWith('Action.')))
      expect(String(node.title).trim()).not.toBe('');
    for (const node of nodes.filter(({ type }) => type === 'Action.Execute')) {
      expect([...VERBS.keys()]).toContain(node.verb);
      expect(node.fallback).toMatchObject({ type: 'Action.Submit', title: node.title });
      expect(node.fallback).toMatchObject({ data: { ...(node.data as object), verb: node.verb } });
    }
  });

  it('labels every input, and says something where cards are not shown', () => {
    for (const node of nodes.filter(({ type }) => String(type).startsWith('Input.')))
      expect(String(node.label ?? node.title).trim()).not.toBe('');
    expect(drawn.summary.trim()).not.toBe('');
    expect(content.speak).toBe(drawn.summary);
    expect(content.fallbackText).toBeUndefined();
  });

  it('has every word in the catalogue', () => {
    expect(JSON.stringify(content).replaceAll(/"verb":"[^"]*"/g, '')).not.toMatch(
      /\b(bot:)?[a-z]+\.[a-zA-Z]+_(mentor|executive)\b/,
    );
    expect(drawn.summary).not.toMatch(/^bot:|^[a-z]+\.[a-z]+$/i);
  });
});

describe('the words of cards', () => {
  const missing: string[] = [];
  const listening: Words = (key, values) => {
    const said = words(key, values);
    if (said === key.split(':')[1] || said === key) missing.push(key);
    return said;
  };

  it('are all there: no card shows a key', () => {
    for (const facts of noticesWith('Clara')) cardFor(facts, listening, reader);
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(LEFT_OUT) as LeftOutReason[])(
    'tell both roles why they were left out: %s',
    (reason) => {
      const about = { kind: 'leftOut', cohort: asId<CohortId>('c'), cohortName: 'Finance pilot' } as const;
      for (const role of ['executive', 'mentor'] as const) {
        const card = contentOf(cardFor({ ...about, reason, role }, listening, reader));
        const texts = [...nodesOf(card)].map(({ text }) => text);
        expect(texts).toContain(words(`bot:leftOut.reason.${reason}.${role}`));
      }
      expect(missing).toEqual([]);
    },
  );
});
