import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_STATES } from '#domain/announcements/announcement.ts';
import { mustBeShowable } from '#domain/announcements/content.ts';
import { dueAtMs, isGoingOut, mustBeOpen, mustBeOut, sendAtFrom } from '#domain/announcements/course.ts';
import { asId, type Instant } from '#domain/basics/ids.ts';

const NOW = Date.parse('2026-11-23T09:00:20.000Z');

describe('when an announcement is sent', () => {
  it.each([
    ['now', undefined, '2026-11-23T09:00:50.000Z'],
    ['this minute', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:50.000Z'],
    ['in the next one', '2026-11-23T09:01:00.000Z', '2026-11-23T09:01:00.000Z'],
    ['in ninety days', '2027-02-21T09:00:00.000Z', '2027-02-21T09:00:00.000Z'],
  ])('%s: never before it could be undone', (_, asked, sendAt) => {
    expect(sendAtFrom(asked, NOW)).toBe(sendAt);
  });

  it.each([
    ['2026-11-23T08:59:00.000Z', 'cohort:announcement.past'],
    ['2027-02-21T09:01:00.000Z', 'cohort:announcement.tooFar'],
  ])('is refused where %s makes no sense', (asked, word) => {
    expect(() => sendAtFrom(asked, NOW)).toThrow(word);
  });

  it('is not known while it waits without a moment', () => {
    expect(dueAtMs({ state: 'waiting' })).toBeUndefined();
    const sendAt = asId<Instant>('2026-11-23T09:01:00.000Z');
    expect(dueAtMs({ state: 'waiting', sendAt })).toBe(Date.parse(sendAt));
    expect(dueAtMs({ state: 'calledOff', sendAt })).toBeUndefined();
  });
});

it.each(ANNOUNCEMENT_STATES)('what may be done with one that is %s is known', (state) => {
  const can = (must: (known: { state: typeof state }) => void): boolean => {
    try {
      must({ state });
      return true;
    } catch {
      return false;
    }
  };
  const [isWaiting, isOut] = [state === 'waiting', ['sending', 'sent', 'stopped'].includes(state)];
  expect([can(mustBeOpen), can(mustBeOut)]).toEqual([isWaiting, isOut]);
  expect(isGoingOut({ state })).toBe(state === 'sending' || state === 'sent');
});

describe('what cannot be shown', () => {
  const news = { title: 'Hello', text: 'We start' };
  const alt = 'A cake';
  it.each([
    ...['http://x.example/a.png', 'data:image/png;base64,AA', 'javascript:alert(1)', '//x.example', 'cake'],
    ...['https://localhost/a.png', 'https://me:secret@x.example/a.png', ''],
  ])('is refused in a picture and a button: %s', (address) => {
    expect(() => mustBeShowable({ ...news, image: { address, alt } })).toThrow('imageAddress');
    const buttons = [{ title: 'Open', address }];
    expect(() => mustBeShowable({ ...news, buttons })).toThrow('buttonAddress');
  });

  it('is a picture without words for those who cannot see it, and a third button', () => {
    const address = 'https://x.example/a.png';
    expect(() => mustBeShowable({ ...news, image: { address, alt: ' ' } })).toThrow('announcement.alt');
    const button = { title: 'Open', address };
    expect(() => mustBeShowable({ ...news, buttons: [button, button, button] })).toThrow('buttons');
    expect(() => mustBeShowable({ ...news, image: { address, alt }, buttons: [button] })).not.toThrow();
  });
});
