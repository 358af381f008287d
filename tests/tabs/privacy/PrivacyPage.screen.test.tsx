import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Held } from '#api/contract/me.ts';
import PrivacyPage from '#tabs/privacy/PrivacyPage.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aMe } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, says, sees } from '../reader.ts';

const [back, concern] = [vi.fn(), vi.fn()];
const desk = (me = aMe()) => <PrivacyPage me={me} onBack={back} onConcern={concern} />;
const HELD: Held = {
  madeAt: '2026-11-23T09:00:00.000Z',
  parts: [
    { kind: 'goal', entries: [{ text: 'Ask more', confidence: 2, pair: 'p1', owner: 'clara' }] },
    {
      kind: 'exchange',
      entries: [
        { by: 'aisha-id', kind: 'skill' },
        { by: 'clara', kind: 'story' },
      ],
    },
  ],
  names: { 'aisha-id': 'Aisha' },
  kept: { by: 'programme', until: '2028-05-30', days: 365 },
};
const saved: { text: Promise<string>; name: string }[] = [];

beforeEach(() => {
  saved.length = 0;
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob as Blob);
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ text: (blobs.get(this.href) as Blob).text(), name: this.download });
  });
});

test('shows who sees what, what is held kind by kind, and fits the narrowest tab', async () => {
  answers({ held: HELD });
  await onScreen(desk(), { widthPx: NARROW_PX });
  await sees(heading('Your data, Clara'));
  await expect.element(page.getByRole('row', { name: /^A “not this time” from you/ })).toBeVisible();
  await page.getByText('Your goals', { exact: false }).last().click();
  await sees(/confidence: 2/);
  await expectFits();
});

test('a picture is no line to read', async () => {
  const image = `data:image/jpeg;base64,${'A'.repeat(60_000)}`;
  answers({ held: { ...HELD, parts: [{ kind: 'photo', entries: [{ image }] }] } });
  await onScreen(desk());
  await page.getByText('Your photo', { exact: false }).last().click();
  await sees(/^image: data:image\/jpeg;base64,A+…$/);
});

test('people are called by name in what is held', async () => {
  answers({ held: HELD });
  await onScreen(desk());
  await page.getByText('Helps you noted').click();
  await sees(/by: Aisha/);
});

test('hands everything over as a page to read and as JSON', async () => {
  answers({ held: HELD });
  await onScreen(desk());
  await press('Download to read');
  await press('Download for programs');
  expect(saved.map(({ name }) => name)).toEqual(['turntable-my-data.html', 'turntable-my-data.json']);
  expect(await saved[0]?.text).toContain('Ask more');
  expect(JSON.parse((await saved[1]?.text) ?? '')).toEqual(HELD);
});

test('erases only when asked twice', async () => {
  const server = answers({ held: HELD, eraseMe: undefined });
  await onScreen(desk());
  await press('Erase everything about me');
  await expect.element(button('Keep it')).toHaveFocus();
  await press('Keep it');
  expect(server.sent('eraseMe')).toEqual([]);
  await press('Erase everything about me');
  await press('Yes, erase me');
});

test('a refusal is said, and nothing is gone', async () => {
  answers({ held: HELD, eraseMe: problem(409, 'Nobody but you runs Finance pilot.') });
  await onScreen(desk());
  await press('Erase everything about me');
  await press('Yes, erase me');
  await says('Nobody but you runs Finance pilot.');
});

test('what is held may come late or not at all; the rest is there', async () => {
  answers({ held: pending });
  await onScreen(desk());
  await sees(button('Erase everything about me'));
});

test('says when what is held cannot be read', async () => {
  answers({ held: problem(0) });
  await onScreen(desk());
  await sees(/We can’t reach Turntable just now/);
});

test.each([
  [HELD.kept, /^Kept until .*2028\. After that it is erased by itself\.$/],
  [{ by: 'pair' as const }, /^Kept while you meet somebody/],
  [{ by: 'themselves' as const }, /^You take part in nothing now\./],
])('says until when it is kept: %j', async (kept, said) => {
  answers({ held: { ...HELD, kept } });
  await onScreen(desk());
  await sees(said);
});
