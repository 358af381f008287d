import { test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Closed } from '#tabs/pair/agreement/Closed.tsx';
import { answers } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { anAgreement, given, toSign } from '../pairs.tsx';

const view = toSign({
  ...{ isClosed: true, next: 'spaceClosed', partnerMails: ['aisha@example.com'] },
  agreement: anAgreement({ version: 2, signatures: [], waitingFor: ['Clara', 'Aisha'] }),
});
const closed = () => <Closed {...given(view)} onWriting={vi.fn()} />;
const words = [{ kind: 'goal' as const, text: 'Film with a phone', at: '2026-11-05T09:00:00.000Z' }];

test('says so without blame, offers to talk or to sign again, and lists what I wrote', async () => {
  answers({ ownWords: { words } });
  await onScreen(closed());
  await sees(heading('Your space is closed for now'));
  await sees(/It says nothing about either of you\.$/);
  await sees(button('Write to Aisha'));
  await sees(button('Sign'));
  await sees(region('What you wrote').getByText('Film with a phone'));
  await sees('Only you see this.');
  await seesNo(page.getByRole('tab'));
});

test('has room for nothing written, and fits a side panel', async () => {
  answers({ ownWords: { words: [] } });
  await onScreen(closed(), { widthPx: NARROW_PX });
  await sees('You haven’t written anything here yet.');
  await expectFits();
});

waitsAndTriesAgain({
  reads: 'ownWords',
  part: closed,
  given: { ownWords: { words } },
  there: () => page.getByText('Film with a phone'),
});
