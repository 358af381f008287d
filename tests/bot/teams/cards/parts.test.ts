import { describe, expect, it } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { draw, press, withReader } from '#teams/cards/parts.ts';
import { contentOf, noticeOf, reader, words } from './everyCard.ts';

describe('a card', () => {
  it('gives dates in the language of its sentences and the reader’s time zone', () => {
    const text = (timeZone: string, locale: string) =>
      JSON.stringify(contentOf(cardFor(noticeOf('introduction'), words, { ...reader, timeZone, locale })));
    expect(text('Europe/Zurich', 'en-GB')).toContain('Tuesday 1 December at 9:00');
    expect(text('America/New_York', 'en-US')).toMatch(/Tuesday, December 1 at 3:00.AM/);
    for (const locale of ['sv-SE', 'fa-IR', 'he']) expect(text('Europe/Zurich', locale)).toContain('Tuesday');
    expect(text('Europe/Zurich', 'not a locale')).toContain('December');
  });

  it.each([
    ['en-GB', 'Clara, Aisha, Meera and you', 'You, Clara, Aisha and Meera'],
    ['de', 'Clara, Aisha, Meera und Sie', 'Sie, Clara, Aisha und Meera'],
    ['fr', 'Clara, Aisha, Meera et vous', 'Vous, Clara, Aisha et Meera'],
    ['es', 'Clara, Aisha, Meera y usted', 'Usted, Clara, Aisha y Meera'],
    ['ja', 'Clara、Aisha、Meera、あなた', 'あなた、Clara、Aisha、Meera'],
    ['ar', 'Clara وAisha وMeera وأنت', 'أنت وClara وAisha وMeera'],
  ])('lists names with its reader as one, in %s', (locale, last, first) => {
    expect(withReader(['Clara', 'Aisha', 'Meera'], { ...reader, locale })).toMatchObject({
      ...{ partnersAndYou: last, YouAndPartners: first },
    });
  });

  it('says of a circle who it is in one list', () => {
    const notice = {
      ...noticeOf('paired'),
      partners: ['Clara Exampleton', 'Aisha Specimen', 'Meera Namoona'],
    };
    const text = JSON.stringify(contentOf(cardFor(notice as never, words, { ...reader, locale: 'en-GB' })));
    expect(text).toContain('You have all said yes, Clara Exampleton, Aisha Specimen, Meera Namoona and you.');
  });

  it('leads into the tab', () => {
    const [action] = contentOf(cardFor(noticeOf('agreementToSign'), words, reader)).actions;
    const url = new URL(action.url);
    expect(url.pathname).toBe('/l/entity/app%20id/home');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'pair/p' });
  });

  it('reads from left to right in English where a language has no catalogue', () => {
    const card = draw({ ...reader, locale: 'he-IL' }, 'Hello', { body: [] });
    expect(contentOf(card).rtl).toBeUndefined();
    expect(contentOf(card).lang).toBe('en');
  });

  it('keeps a long button title short', () => {
    expect([...(press('😀'.repeat(200), 'conversation.say', {}).title ?? '')]).toHaveLength(80);
  });
});
