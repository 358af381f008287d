import { test } from 'vitest';
import { Kept } from '#tabs/pair/meetings/Kept.tsx';
import { answers } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { sees, seesNo, waitsAndTriesAgain, words } from '../../reader.ts';
import { given, withSpace } from '../pairs.tsx';

const part = () => <Kept {...given(withSpace())} />;
const question = 'What are you proud of this year?';
const kept = { kept: { kept: [{ prompt: 'proud', text: question }] } };
const nothing = /^Questions you keep in a meeting wait here/;

waitsAndTriesAgain({ reads: 'kept', part, given: kept, there: () => words(question) });

test('shows what was kept', async () => {
  answers(kept);
  await onScreen(part());
  await sees(question);
  await seesNo(nothing);
});

test('says what would stand here before anything is kept', async () => {
  answers({ kept: { kept: [] } });
  await onScreen(part());
  await sees(nothing);
});
