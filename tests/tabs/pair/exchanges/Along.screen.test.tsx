import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { Along } from '#tabs/pair/exchanges/Along.tsx';
import { answers, type Exchanges, type MomentView, problem, SORRY } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { given, LONG, PAIR, withSpace } from '../pairs.tsx';
import { aHelp, aLearning, aWalk, helped, leaning, learned, scales, signed, theWay } from './along.ts';

const along = () => <Along {...given(withSpace())} />;
const space = (moments: MomentView[] = theWay, seen: Exchanges = leaning, hasMore = false) => ({
  timeline: { moments, hasMore },
  exchanges: seen,
});
const radio = (name: string): Locator => page.getByRole('radio', { name, exact: true });
const mine = 'Delete “The first two seconds decide.”';
const days = () => page.getByRole('heading', { level: 3 });

waitsAndTriesAgain({
  reads: 'timeline',
  part: along,
  given: space(),
  there: () => page.getByText('You met for a walk'),
});

test('has what happened under its day, latest first, and a meeting before what was kept of it', async () => {
  answers(space());
  await onScreen(along());
  await sees('You met for a walk');
  expect(
    days()
      .elements()
      .map((one) => one.textContent),
  ).toEqual([
    'Tuesday, November 24',
    'Friday, November 20',
    'Thursday, November 12',
    'Tuesday, November 10',
    'Monday, October 19',
  ]);
  const first = page.getByRole('listitem').first();
  await expect.element(first).toHaveTextContent('You met for a walk');
  for (const said of ['You met on screen', 'You both signed your ground rules']) await sees(said);
});

test('the line ends with what happened first, where nothing earlier can be shown', async () => {
  answers(space());
  await onScreen(along());
  await sees('You both signed your ground rules');
  const latest = page.getByRole('listitem').first().element();
  expect(getComputedStyle(latest, '::before').display).not.toBe('none');
  const first = page.getByRole('listitem').filter({ hasText: 'You both signed your ground rules' }).element();
  expect(getComputedStyle(first, '::before').display).toBe('none');
});

test('says of each word whose it is and who reads it', async () => {
  answers(space([aWalk(), learned(aLearning({ kind: 'ripple', shared: true }))]));
  await onScreen(along());
  for (const said of ['Aisha did not expect it', 'You learned', 'Only you', 'A ripple, told by you'])
    await sees(said);
  await expect.poll(() => page.getByText('Aisha and you', { exact: true }).length).toBe(2);
});

test('before anything happened it says what will stand here, and nothing is weighed', async () => {
  answers(space([signed()], scales()));
  await onScreen(along());
  await sees(/^Your first walk, coffee or call will stand here/);
  await sees(/^An introduction, a hand, a skill, a story\. .* both of you give/);
  await seesNo(button('Ideas for you'));
});

test('what is kept is for its writer alone unless they say otherwise', async () => {
  const server = answers({ ...space([signed()]), addLearning: aLearning() });
  await onScreen(along());
  await press('Keep something');
  await expect.element(radio('Only me')).toBeChecked();
  await press('Keep it');
  await says('Please write a few words.');
  await box('What did you learn?').fill(' To ask first ');
  await press('Keep it');
  await sees('Kept, for you alone.');
  await press('Keep something');
  await radio('A ripple').click();
  await box('What changed in a team or a policy because of your talks?').fill('We ask first');
  await radio('Aisha and me').click();
  await press('Keep it');
  await sees('Kept, for Aisha and you.');
  expect(server.sent('addLearning').map(({ body }) => body)).toEqual([
    { kind: 'learned', text: 'To ask first', shared: false },
    { kind: 'ripple', text: 'We ask first', shared: true },
  ]);
});

test('what is refused stays as it was typed', async () => {
  answers({ ...space([signed()]), addLearning: problem(409) });
  await onScreen(along());
  await press('Keep something');
  await box('What did you learn?').fill('To ask first');
  await press('Keep it');
  await says(SORRY);
  await expect.element(box('What did you learn?')).toHaveValue('To ask first');
});

test('its writer changes words and audience, over what they read', async () => {
  const server = answers({ ...space([learned()]), changeLearning: aLearning({ etag: '2' }) });
  await onScreen(along());
  await press('Change “The first two seconds decide.”');
  await radio('Aisha and me').click();
  await box('What did you learn?').fill('The first second decides.');
  await press('Save');
  await sees(button(mine));
  expect(server.sent('changeLearning')).toEqual([
    {
      params: { pair: PAIR, learning: 'first' },
      query: {},
      etag: '"1"',
      body: { kind: 'learned', text: 'The first second decides.', shared: true },
    },
  ]);
});

test('somebody quicker in another window is a choice, and nothing typed is lost', async () => {
  const server = answers({ ...space([learned()]), changeLearning: problem(412) });
  await onScreen(along());
  await press('Change “The first two seconds decide.”');
  await box('What did you learn?').fill('Mine');
  server.now(space([learned(aLearning({ etag: '2', text: 'Quicker' }))]));
  await press('Save');
  await says(/What you typed is still here\./);
  await expect.element(box('What did you learn?')).toHaveValue('Mine');
  server.now({ changeLearning: aLearning({ etag: '3', text: 'Mine' }) });
  await press('Save mine instead');
  await expect.poll(() => server.sent('changeLearning').map(({ etag }) => etag)).toEqual(['"1"', '"2"']);
});

test('nothing goes without a question, and the harmless answer has the focus', async () => {
  const server = answers({ ...space([learned()]), removeLearning: undefined });
  await onScreen(along());
  await press(mine);
  await sees('Then it is gone, and that can’t be undone.');
  await expect.element(button('Keep it here')).toHaveFocus();
  await press('Keep it here');
  expect(server.sent('removeLearning')).toEqual([]);
  await press(mine);
  server.now(space([signed()]));
  await press('Delete it');
  await seesNo('The first two seconds decide.');
  expect(server.sent('removeLearning')).toMatchObject([{ params: { pair: PAIR, learning: 'first' } }]);
});

test('nobody changes what somebody else wrote or noted', async () => {
  const theirs = aLearning({ isMine: false, shared: true, byFirstName: 'Aisha', etag: '' });
  answers(space([learned(theirs), helped(aHelp({ isMine: false }))]));
  await onScreen(along());
  await sees('Aisha learned');
  await seesNo(button('Change “The first two seconds decide.”'));
  await seesNo(button(mine));
  await seesNo(button('Take back: You introduced Aisha: Ines in Legal'));
});

test('a help is noted in three taps and taken back after a question', async () => {
  const server = answers({ ...space([helped()]), addExchange: aHelp(), takeBackExchange: undefined });
  await onScreen(along());
  await press('Note a help');
  await press('Note it');
  await says('Please say who helped.');
  await radio('Aisha helped me').click();
  await press('Note it');
  await says('Please choose what kind of help it was.');
  await radio('Something else').click();
  await press('Note it');
  await says('Please say in a few words what it was.');
  await radio('A story').click();
  await press('Note it');
  await sees(button('Note a help'));
  expect(server.sent('addExchange').map(({ body }) => body)).toEqual([
    { partner: 'aisha', iHelped: false, kind: 'story', text: '' },
  ]);
  await press('Take back: You introduced Aisha: Ines in Legal');
  await press('Take it back');
  await expect.poll(() => server.sent('takeBackExchange').length).toBe(1);
});

test.each<[string, Exchanges['balance'], string | RegExp]>([
  ['level', { state: 'level' }, 'It is about even between you.'],
  ['felt', { state: 'felt' }, /^After your meetings you said/],
  [
    'from me',
    { state: 'leans', partner: 'Aisha', iGaveMore: true, isClear: false },
    'It leans a little: lately more help came from you.',
  ],
  [
    'to me',
    { state: 'leans', partner: 'Aisha', iGaveMore: false, isClear: true },
    'It leans: lately more help came from Aisha.',
  ],
])('says how it stands in words, never in a number: %s', async (_, balance, sentence) => {
  answers(space([signed()], { ...leaning, balance }));
  await onScreen(along());
  await sees(sentence);
  await expect.element(region('Give and take')).not.toHaveTextContent(/\d/);
});

test('ideas say what to give, or what to ask for', async () => {
  answers(space());
  await onScreen(along());
  await press('Ideas for you');
  await sees('Take half an hour to help Aisha with budgeting.');
  await expect.element(button('Ideas for you')).toHaveAttribute('aria-expanded', 'true');
  await press('Ideas for you');
  await seesNo('Take half an hour to help Aisha with budgeting.');
});

test('earlier moments come when they are asked for', async () => {
  const server = answers(space(theWay.slice(0, 2), leaning, true));
  await onScreen(along());
  await sees(button('Show earlier'));
  server.now(space());
  await press('Show earlier');
  await sees('You both signed your ground rules');
  expect(server.sent('timeline').at(-1)?.query.show).toBe('60');
});

test('of three it names each', async () => {
  const partners = ['Aisha', 'Bo'].map((firstName) => ({ person: firstName.toLowerCase(), firstName }));
  const between = aHelp({ by: 'Bo', to: 'Aisha', isMine: false });
  answers(space([helped(between)], scales({ partners })));
  await onScreen(along());
  await sees('Bo introduced Aisha: Ines in Legal');
  await sees(/so that all of you give/);
  await press('Note a help');
  for (const side of ['I helped Aisha', 'Aisha helped me', 'I helped Bo', 'Bo helped me'])
    await sees(radio(side));
});

test('fits a side panel', async () => {
  const long = learned(aLearning({ text: LONG, kind: 'ripple', shared: true, byFirstName: LONG }));
  answers(space([long, ...theWay.slice(1)]));
  await onScreen(along(), { widthPx: NARROW_PX });
  await press('Ideas for you');
  await sees(heading('Give and take'));
  await press(`Delete “${LONG}”`);
  await expectFits();
  await press('Note a help');
  await press('Keep something');
  await expectFits();
});
