import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { AnswerOf } from '#api/contract/shapes.ts';
import { Closing } from '#tabs/pair/closing/Closing.tsx';
import { ReaderProvider } from '#tabs/parts/Frame.tsx';
import { pageOf } from '#tabs/parts/keepsake.ts';
import { answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { given, LONG, PAIR, withSpace } from '../pairs.tsx';

const back = vi.fn();
const view = withSpace({ next: 'close' });
const closingOf = (shown = view) => <Closing {...given(shown)} onBack={back} />;
const entry = {
  at: '2026-12-01T10:00:00.000Z',
  by: 'Clara',
  before: '',
  confidence: null,
  state: null,
  way: '',
  help: null,
} as const;
const aClosing = (said: Partial<AnswerOf<'closing'>> = {}): AnswerOf<'closing'> => ({
  ...{ endsOn: '2027-05-31', isDue: true, since: '2026-11-03T10:00:00.000Z', mine: null, seq: 0 },
  reasons: ['Aisha knows short videos very well.'],
  sections: [
    {
      kind: 'goals',
      entries: [
        {
          ...{ ...entry, text: 'Teach filming', before: 'Film with a phone' },
          ...{ confidence: { first: 2, now: 4 }, state: 'reached' },
        },
      ],
    },
    { kind: 'meetings', entries: [{ ...entry, by: '', text: '', way: 'walk' }] },
    {
      kind: 'learned',
      entries: [{ ...entry, by: 'Aisha', text: 'To wait for the answer' }],
    },
    { kind: 'helped', entries: [{ ...entry, text: '', help: 'introduction' }] },
  ],
  ...said,
});
const face = (name: string) => page.getByRole('radio', { name }).click();
beforeEach(() => back.mockReset());

waitsAndTriesAgain({
  reads: 'closing',
  part: closingOf,
  given: { closing: aClosing() },
  there: () => heading('You and Aisha: a look back'),
});

test('shows what was, then and now, and counts nothing', async () => {
  answers({ closing: aClosing() });
  await onScreen(closingOf(), { widthPx: NARROW_PX });
  await sees('Teach filming');
  await sees('It began as “Film with a phone”.');
  await sees('Then: not very sure. Now: sure.');
  await sees('A walk on December 1, 2026.');
  await sees('To wait for the answer');
  await sees('An introduction');
  await expectFits();
});

test('says on which day it was where the reader is', async () => {
  const late = { ...entry, at: '2026-12-01T23:00:00.000Z', by: '', text: '', way: 'walk' as const };
  answers({ closing: aClosing({ sections: [{ kind: 'meetings', entries: [late] }] }) });
  const reader = { locale: 'en', timeZone: 'Pacific/Auckland' };
  await onScreen(<ReaderProvider value={reader}>{closingOf()}</ReaderProvider>);
  await sees('A walk on December 2, 2026.');
});

test('keeps and shows a ripple as the rest', async () => {
  const ripple = { ...entry, way: '' as const, text: 'We ask first' };
  answers({ closing: aClosing({ sections: [{ kind: 'ripple', entries: [ripple] }] }) });
  await onScreen(closingOf());
  await sees(heading('What changed because of it'));
  await sees('We ask first');
});

test('says so kindly where there is nothing, and asks for nothing before its day', async () => {
  answers({ closing: aClosing({ sections: [], isDue: false }) });
  await onScreen(closingOf());
  await sees(/Nothing is written here yet/);
  await seesNo(region('What do you take along?'));
  await seesNo(region('How would you like to go on?'));
});

test('a last word is a face first, and the writer’s own unless it is shared', async () => {
  const server = answers({ closing: aClosing(), sayClosing: aClosing({ seq: 1 }) });
  await onScreen(closingOf());
  await box('A word to remember, or for Aisha').fill('Thank you');
  await button('Keep it').click();
  await says('Please choose a face first.');
  await face('Very much');
  await press('Keep it');
  await expect
    .poll(() => server.sent('sayClosing').map(({ body, etag }) => [body, etag]))
    .toEqual([[{ worth: 5, words: 'Thank you', shared: false }, '"0"']]);
});

test('carrying on is a new version of the ground rules with the day that was chosen', async () => {
  const server = answers({ closing: aClosing(), draftAgreement: undefined });
  await onScreen(closingOf());
  await page.getByLabelText('Carry on until').fill('2027-12-31');
  await press('Carry on');
  await expect.poll(() => server.sent('draftAgreement').length).toBe(1);
  expect(server.sent('draftAgreement')[0]).toMatchObject({
    ...{ params: { pair: PAIR }, etag: `"${view.agreement?.version}"` },
    body: { ...view.agreement?.text, endsOn: '2027-12-31' },
  });
});

test('rings lie around the corner of the first card, where no text is', async () => {
  answers({ closing: aClosing() });
  await onScreen(closingOf());
  await sees(region('How it began'));
  const card = region('How it began').element().getBoundingClientRect();
  const rings = region('How it began').element().querySelector('svg')?.getBoundingClientRect();
  expect((rings?.x ?? 0) + (rings?.width ?? 0) / 2).toBeCloseTo(card.right, 0);
  expect((rings?.y ?? 0) + (rings?.height ?? 0) / 2).toBeCloseTo(card.top, 0);
});

/** The page while the last of them signs the later day. */
function Signed() {
  const [spaceVersion, setVersion] = useState('s1');
  return (
    <>
      <Button onClick={() => setVersion('s2')}>All have signed</Button>
      {closingOf(withSpace({ next: 'none', spaceVersion }))}
    </>
  );
}

test('asks nobody how to go on any more, once all have signed a later day', async () => {
  const server = answers({ closing: aClosing() });
  await onScreen(<Signed />);
  await sees(region('How would you like to go on?'));
  server.now({ closing: aClosing({ endsOn: '2027-12-31', isDue: false }) });
  await press('All have signed');
  await sees(/until December 31, 2027. This is what there is to look back on so far/);
  await seesNo(region('How would you like to go on?'));
});

test('the face that was chosen differs from the others by more than its colour', async () => {
  answers({ closing: aClosing() });
  await onScreen(closingOf());
  const line = (name: string) => {
    const label = page.getByRole('radio', { name }).element().closest('label');
    return label && getComputedStyle(label).boxShadow;
  };
  await sees('Very much');
  expect(line('Very much')).toBe('none');
  await face('Very much');
  await expect.poll(() => line('Very much')).not.toBe('none');
  expect(line('So-so')).toBe('none');
});

test.each([
  ['Start again with somebody new', 1],
  ['Leave it here, with thanks', 0],
])('%s is asked once more before it ends anything', async (way, wishes) => {
  const server = answers({
    closing: aClosing(),
    endPair: { state: 'ended', turn: 0, pausedUntil: null },
    newMatch: undefined,
  });
  await onScreen(closingOf());
  await press(way);
  expect(server.sent('endPair')).toEqual([]);
  await page
    .getByRole('button', { name: /^(Leave it|No|Stay)/ })
    .first()
    .click();
  await press(way);
  await page.getByRole('button', { name: /end/i }).first().click();
  await expect.poll(() => server.sent('endPair').length).toBe(1);
  await expect.poll(() => server.sent('newMatch').length).toBe(wishes);
});

test('what could not be kept stays on screen, with a sentence', async () => {
  answers({ closing: aClosing(), sayClosing: problem(503) });
  await onScreen(closingOf());
  await face('Yes');
  await box('A word to remember, or for Aisha').fill(LONG);
  await press('Keep it');
  await says('That can’t be done just now.');
  await expect.element(box('A word to remember, or for Aisha')).toHaveValue(LONG);
});

test('the page to keep holds everybody’s words as text alone', () => {
  const evil = '<script>alert("1")</script> & </title>';
  const html = pageOf({
    title: evil,
    lead: evil,
    sections: [
      { title: 'A', lines: [[evil, 'two']] },
      { title: 'EMPTY', lines: [] },
    ],
  });
  expect(html).not.toContain('<script');
  expect(html).not.toContain('EMPTY');
  const read = new DOMParser().parseFromString(html, 'text/html');
  expect(read.title).toBe(evil.trim());
  expect(read.querySelector('li')?.textContent).toBe(`${evil}two`);
});
