import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Introduction } from '#tabs/pair/introduction/Introduction.tsx';
import { answers, type PairView } from '../../answers.ts';
import { aPlanning, aSearch } from '../../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, sees, seesNo } from '../../reader.ts';
import { back, given, introduced, LONG, PAIR } from '../pairs.tsx';

const introduction = (said: Partial<PairView> = {}) => <Introduction {...given(introduced(said))} />;
const searches = { searches: { searches: [aSearch({ state: 'asking', pair: PAIR })] } };

test('says who it is, why the two, and what happens next', async () => {
  await onScreen(introduction());
  await sees(heading('Meet Aisha'));
  await sees('Aisha would be your mentor and lead the conversation.');
  await sees('Aisha knows short videos very well.');
  await sees(heading('What happens next'));
  await sees(/^You both answer on your own\./);
});

test('tells a mentor that they lead the conversation', async () => {
  await onScreen(introduction({ role: 'mentor' }));
  await sees(/^You would be the mentor/);
});

test('leaves out why where nothing is known of it', async () => {
  await onScreen(introduction({ reasons: [] }));
  await sees(heading('Meet Aisha'));
  await seesNo(heading('Why the two of you'));
});

test('says until when there is time, and who sees a no', async () => {
  await onScreen(introduction());
  await sees(/^You have until Thursday, November 12 at 9:00.AM to answer\. No answer is fine too\.$/);
  await sees('A “not this time” is seen by nobody but you.');
});

test('says nothing of a time where there is none', async () => {
  await onScreen(introduction({ answerBy: null }));
  await sees(button('Not this time'));
  await seesNo(/^You have until/);
});

test('tells whoever was asked who asked', async () => {
  await onScreen(introduction({ asked: 'partner', role: 'mentor' }));
  await sees(heading('Aisha asked to be introduced to you'));
  await sees(/^The answer is yours\. No reason is ever asked for\.$/);
});

test.each([
  ['yes', 'You said yes.', /at the latest on Thursday, November 12/],
  ['meetFirst', 'You’d like a first chat.', /You hear by Thursday, November 12/],
] as const)('once answered, only the own answer shows: %s', async (myAnswer, title, text) => {
  await onScreen(introduction({ myAnswer }));
  await sees(heading(title));
  await expect.element(page.getByRole('status')).toHaveTextContent(text);
  await seesNo(button('Not this time'));
});

test('whoever asked for it waits, and is led to the search', async () => {
  answers(searches);
  await onScreen(introduction({ asked: 'me', myAnswer: 'yes' }));
  await sees(heading('We asked Aisha for you.'));
  await sees(button('See your search, or stop it'));
  await sees(/^Aisha has five working days to answer\.$/);
});

test('a first chat that both would like comes before the decision', async () => {
  await onScreen(introduction({ isFirstChat: true, myAnswer: 'meetFirst' }));
  await sees(heading('You would both like to meet'));
  await sees('You and Aisha: first a chat, then each of you decides.');
  await sees(heading('Plan your first chat'));
  await seesNo(heading('You’d like a first chat.'));
});

test('leads back home', async () => {
  await onScreen(introduction());
  await press('Back to Home');
  expect(back).toHaveBeenCalledOnce();
});

test.each([false, true])('fits a side panel, with a first chat: %s', async (isFirstChat) => {
  const partners = [{ firstName: LONG }];
  answers({ planning: aPlanning() });
  await onScreen(introduction({ isFirstChat, partners, partnerMails: ['aisha@example.com'] }), {
    widthPx: NARROW_PX,
  });
  await sees(heading('What happens next'));
  if (isFirstChat) await sees(button(`Write to ${LONG}`));
  await expectFits();
});

test('a project team is asked about by its name, and says from where it has to come', async () => {
  const partners = ['Clara', 'Diego', 'Meera'].map((firstName) => ({ firstName }));
  await onScreen(introduction({ partners, role: 'mentor', executives: ['Clara'], isTeam: true }));
  await sees(heading('Why this project team'));
  await sees(/^It would be a project team: Clara learns/);
  await sees(button('Yes, let’s be a project team'));
  await sees(/Clara and at least two mentors, together from at least two departments/);
  await seesNo(/circle/);
});

test('a circle is asked about in words for several, and says when it begins', async () => {
  const partners = ['Clara', 'Diego', 'Meera'].map((firstName) => ({ firstName }));
  await onScreen(introduction({ partners, role: 'mentor', executives: ['Clara'] }), { widthPx: NARROW_PX });
  await sees(heading('Meet Clara and Diego and Meera'));
  await sees(heading('Why this circle'));
  await sees(/^It would be a circle: Clara learns, and you are one of the mentors/);
  await sees(/the circle begins with those who would like to: Clara and at least two mentors/);
  await seesNo(/\bboth\b/);
  await expectFits();
});
