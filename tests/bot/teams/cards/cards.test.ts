import * as renderer from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { findCommand } from '#domain/hearing/commands.ts';
import { smallTalkOf } from '#domain/hearing/smallTalk.ts';
import { asksForStatus, COMMANDS, listCommands } from '#teams/answering/commands.ts';
import { answeredInvitation, doneCard } from '#teams/cards/done.ts';
import { answeredCard, saidMessage } from '#teams/cards/enrolment/lines.ts';
import { profileCard } from '#teams/cards/enrolment/profile.ts';
import { statusCard } from '#teams/cards/home/status.ts';
import { cardFor } from '#teams/cards/index.ts';
import { type Drawn, draw, press, type Reader } from '#teams/cards/parts.ts';
import { searchCard, whichSearchCard } from '#teams/cards/searches/search.ts';
import { VERBS } from '#teams/verbs/verbs.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { SearchSeen } from '#usecases/searches/searches.ts';
import { type Words, wordsFor } from '#words/words.ts';

const words = wordsFor('en');
const reader: Reader = { locale: 'en-GB', timeZone: 'Europe/Zurich', teamsAppId: 'app id', appId: 'bot' };

const EVIL = [
  '**bold** _it_ [link](https://x.example) # title',
  '<script>alert(1)</script><at>all</at> &amp; {{DATE(2026-01-01,SHORT)}}',
  '\u202Eright to left\u202C مرحبا ',
  '👩🏽‍💻😀 ${expression} {{from}} $t(bot:sorry)',
  'line one\n\n- line two\r\n1. line three',
].join(' ');
const MARKER = 'ZZZ';
const user = `${MARKER}${EVIL}`;

const notices = (text: string): NoticeView[] => [
  { kind: 'invitation', cohort: 'c', cohortName: text, role: 'mentor', from: text, hoursPerMonth: 2 },
  { kind: 'invitation', cohort: 'c', cohortName: text, role: 'executive', from: text, hoursPerMonth: 1 },
  {
    kind: 'introduction',
    pair: 'p',
    cohortName: text,
    role: 'mentor',
    partners: [text, text],
    reasons: [text, text],
    answerBy: '2026-12-01T08:00:00.000Z' as never,
  },
  { kind: 'paired', pair: 'p', role: 'executive', partners: [text] },
  {
    ...{ kind: 'introduction', pair: 'p', cohortName: text, role: 'mentor', partners: [text] },
    ...{ reasons: [text], askedBy: text, answerBy: '2026-12-01T08:00:00.000Z' as never },
  },
  { kind: 'firstChat', pair: 'p', partners: [text], answerBy: '2026-12-08T08:00:00.000Z' as never },
  { kind: 'decide', pair: 'p', partners: [text], answerBy: '2026-12-08T08:00:00.000Z' as never },
  { kind: 'leftOut', cohort: 'c', cohortName: text, role: 'executive', reason: text },
  { kind: 'leftOut', cohort: 'c', cohortName: text, role: 'mentor', reason: text },
  {
    ...{ kind: 'searchNews', cohort: 'c', cohortName: text, past: text, next: text, ended: '' },
    hearBy: '2026-12-08T08:00:00.000Z' as never,
  },
  { kind: 'searchNews', cohort: 'c', cohortName: text, past: text, next: '', ended: '', hearBy: '' },
  { kind: 'searchNews', cohort: 'c', cohortName: text, past: '', next: '', ended: 'elsewhere', hearBy: '' },
  { kind: 'searchNews', cohort: 'c', cohortName: text, past: text, next: '', ended: 'onlyOne', hearBy: '' },
  { kind: 'introductionEnded', cohortName: text },
  { kind: 'agreementToSign', pair: 'p', version: 3, partners: [text] },
  { kind: 'agreementSigned', pair: 'p', role: 'mentor', partners: [text] },
  { kind: 'feedback', pair: 'p', occurrence: 'o', partners: [text] },
  { kind: 'announcement', cohort: 'c', cohortName: text, announcement: 'a', from: text, title: text, text },
  { kind: 'announcementReply', cohortName: text, title: text, from: text, text },
];

const manyButtons = Array.from({ length: 9 }, (_, n) => ({ title: { word: `no key ${n}` }, hears: `${n}` }));

const cards = (text: string): [string, Drawn][] => [
  ...notices(text).map((view): [string, Drawn] => [view.kind, cardFor(view, words, reader)]),
  ['profile', profileCard({ wants: text, offers: '', capacity: '2' }, words, reader)],
  [
    'said',
    saidMessage(
      [
        { text: { word: 'bot:pressed.you', values: { answer: text } }, buttons: manyButtons },
        { card: { name: 'profile', values: { wants: text } } },
        { card: { name: 'help' } },
      ],
      words,
      reader,
    ) as Drawn,
  ],
  ['search to choose from', search(text)],
  ['search under way', search(text, { state: 'asking', hearBy: '2026-12-08T08:00:00.000Z' as never })],
  ['search that is over', search(text, { state: 'over', why: 'search:over.stopped' })],
  ['impossible search', search(text, { state: 'impossible', mentors: [], why: 'search:notNow' })],
  ['question for which cohort', whichSearchCard([{ cohort: 'c' as never, cohortName: text }], words, reader)],
  ['answered', answeredCard(text, text, words, reader)],
  ['done', doneCard(words('bot:news.title'), text, reader)],
  ['answered invitation', answeredInvitation(words, reader, { cohort: 'c', answer: 'later' })],
  [
    'status',
    statusCard(
      {
        enrolments: [{ cohortName: text, state: 'joined' }],
        pairs: [{ partners: [{ firstName: text }], state: 'active', next: 'meet' }],
      },
      words,
      reader,
    ),
  ],
];

const search = (text: string, over: Partial<SearchSeen> = {}): Drawn =>
  searchCard(
    {
      ...{ cohort: 'c' as never, cohortName: text, state: 'choosing', pair: null, hearBy: null, why: '' },
      mentors: ['open', 'asked', 'open'].map((state) => ({
        ...{ person: 'm' as never, name: text, state: state as 'open' },
        reasons: [{ kind: 'learn', topic: 'own:x' as never, strength: 3, label: text }],
      })),
      ...over,
    },
    words,
    reader,
  );

const contentOf = (drawn: Drawn) => JSON.parse(JSON.stringify(drawn.attachments[0]?.content));

type Node = { type?: string; [key: string]: unknown };
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (value && typeof value === 'object') {
    yield value as Node;
    for (const one of Object.values(value)) yield* nodesOf(one);
  }
}

describe.each(cards(user))('the %s card', (_, drawn) => {
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
    for (const name of ['label', 'placeholder', 'errorMessage', 'url'])
      for (const node of nodes) expect(String(node[name] ?? '')).not.toContain(MARKER);
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
      expect(Object.keys(VERBS)).toContain(node.verb);
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
  it('are all there: no card shows a key', () => {
    const missing: string[] = [];
    const listening: Words = (key, values) => {
      const said = words(key, values);
      if (said === key.split(':')[1] || said === key) missing.push(key);
      return said;
    };
    for (const view of notices('Clara')) cardFor(view, listening, reader);
    for (const { description } of COMMANDS) listening(description);
    expect(missing).toEqual([]);
  });

  it('give dates in the reader’s own language and time zone', () => {
    const [, , view] = notices('Clara');
    if (!view) throw new Error('no view');
    const text = (zone: string, locale: string) =>
      JSON.stringify(contentOf(cardFor(view, words, { ...reader, timeZone: zone, locale })));
    expect(text('Europe/Zurich', 'en-GB')).toContain('Tuesday 1 December at 9:00');
    expect(text('America/New_York', 'en-US')).toMatch(/Tuesday, December 1 at 3:00.AM/);
    expect(text('Europe/Zurich', 'de-CH')).toContain('Dienstag');
    expect(text('Europe/Zurich', 'not a locale')).toContain('December');
  });

  it('end an introduction alike, whatever the cause', () => {
    const ended = notices('Finance pilot').find(({ kind }) => kind === 'introductionEnded');
    expect(JSON.stringify(contentOf(cardFor(ended as NoticeView, words, reader)))).not.toMatch(
      /declin|said no|answer/i,
    );
  });

  it('say beside every feedback field who can see it', () => {
    const view = notices('Clara').find(({ kind }) => kind === 'feedback') as NoticeView;
    const body = contentOf(cardFor(view, words, reader)).body as Node[];
    const fields = body.flatMap((node, n) =>
      String(node.type).startsWith('Input.') && node.id !== 'shared' ? [n] : [],
    );
    expect(fields).toHaveLength(6);
    for (const n of fields) expect(body[n + 1]?.text).toMatch(/^Who can see this/);
  });

  it('lead into the tab', () => {
    const view = notices('Clara').find(({ kind }) => kind === 'agreementToSign') as NoticeView;
    const [action] = contentOf(cardFor(view, words, reader)).actions;
    const url = new URL(action.url);
    expect(url.pathname).toBe('/l/entity/app%20id/home');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'pair/p' });
  });

  it('read from right to left where the language does', () => {
    const card = draw({ ...reader, locale: 'ar-EG' }, 'مرحبا', { body: [] });
    expect(contentOf(card).rtl).toBe(true);
  });

  it('keep a long button title short', () => {
    expect([...(press('😀'.repeat(200), 'conversation.say', {}).title ?? '')]).toHaveLength(80);
  });
});

describe('the commands', () => {
  it('fit the manifest', () => {
    expect(COMMANDS.length).toBeLessThanOrEqual(12);
    for (const { title, description } of listCommands(words)) {
      expect(title.length).toBeLessThanOrEqual(128);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(4000);
    }
  });

  it('are all understood', () => {
    for (const { title } of COMMANDS)
      expect([title, Boolean(findCommand(title)) || smallTalkOf(title) === 'greeting']).toEqual([
        title,
        true,
      ]);
    expect(asksForStatus('help me understand our status meetings')).toBe(false);
  });
});
