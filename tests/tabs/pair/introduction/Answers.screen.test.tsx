import { expect, test } from 'vitest';
import { Answers } from '#tabs/pair/introduction/Answers.tsx';
import { Introduction } from '#tabs/pair/introduction/Introduction.tsx';
import { answers, pending, problem, SORRY } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, heading, press, says, sees, seesNo } from '../../reader.ts';
import { Following, given, introduced, PAIR } from '../pairs.tsx';

const asked = (view = introduced()) => <Answers view={view} names="Aisha" offered={['yes', 'meetFirst']} />;
const sure = () => heading('Say “not this time”?');

test.each([
  ['Yes, let’s be a pair', 'yes'],
  ['Let’s have a first chat, then decide', 'meetFirst'],
] as const)('%s is sent once', async (name, answer) => {
  const server = answers({ answerPair: pending });
  await onScreen(asked());
  await press(name);
  await expect.element(button('Not this time')).toHaveAttribute('aria-disabled', 'true');
  await button(name).click({ force: true });
  expect(server.sent('answerPair')).toEqual([
    { params: { pair: PAIR }, query: {}, etag: '', body: { answer } },
  ]);
});

test('what was answered shows as soon as it is taken', async () => {
  const server = answers({ pair: introduced(), answerPair: { state: 'waiting' } });
  await onScreen(<Following>{(props) => <Introduction {...props} />}</Following>);
  await sees(button('Yes, let’s be a pair'));
  server.now({ pair: introduced({ myAnswer: 'yes' }) });
  await press('Yes, let’s be a pair');
  await sees(heading('You said yes.'));
  await seesNo(button('Yes, let’s be a pair'));
});

test('a no is asked for twice, with the harmless answer in focus', async () => {
  const server = answers({ answerPair: pending });
  await onScreen(asked());
  await press('Not this time');
  await sees(sure());
  await sees(/You won’t be introduced to each other again, unless you both ask for it\.$/);
  await expect.element(button('Let me think again')).toHaveFocus();
  expect(server.sent('answerPair')).toEqual([]);
  await press('Yes, not this time');
  await expect
    .poll(() => server.sent('answerPair').map(({ body }) => body))
    .toEqual([{ answer: 'notThisTime' }]);
  await expect.element(button('Yes, not this time')).toHaveAttribute('aria-disabled', 'true');
});

test('whoever was asked reads that the other one never learns what it was', async () => {
  await onScreen(asked(introduced({ asked: 'partner' })));
  await press('Not this time');
  await sees(/Aisha never learns whether it was a no, a full calendar or no answer at all\.$/);
});

test('thinking again sends nothing', async () => {
  const server = answers({});
  await onScreen(asked());
  await press('Not this time');
  await press('Let me think again');
  await sees(button('Yes, let’s be a pair'));
  await seesNo(sure());
  expect(server.sent('answerPair')).toEqual([]);
});

test.each([
  ['a yes', ['Yes, let’s be a pair']],
  ['a no', ['Not this time', 'Yes, not this time']],
])('a refusal of %s is said, and it can be answered again', async (_, presses) => {
  answers({ answerPair: problem(409) });
  await onScreen(asked());
  for (const name of presses) await press(name);
  await says(SORRY);
  await expect.element(button(presses.at(-1) ?? '')).not.toHaveAttribute('aria-disabled', 'true');
});

test('offers no more than what can be answered', async () => {
  await onScreen(<Answers {...given(introduced())} offered={[]} isQuiet />);
  await sees(button('Not this time'));
  await seesNo(button('Yes, let’s be a pair'));
});
