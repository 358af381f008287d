import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FirstChat } from '#tabs/pair/introduction/FirstChat.tsx';
import { answers, type PairView, pending } from '../../answers.ts';
import { aPlanning, aSearch } from '../../given.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, heading, press, sees, seesNo } from '../../reader.ts';
import { app, calendar } from '../../teamsJs.ts';
import { given, introduced, PAIR } from '../pairs.tsx';

const partnerMails = ['aisha@example.com'];
const chat = (said: Partial<PairView> = {}) => (
  <FirstChat
    {...given(
      introduced({ isFirstChat: true, myAnswer: 'meetFirst', next: 'firstChat', partnerMails, ...said }),
    )}
  />
);
const said = () => page.getByRole('status').last();

test('plans the chat with the other one', async () => {
  answers({ planning: aPlanning() });
  await onScreen(chat());
  await press('Put Tuesday in the diary');
  await expect
    .poll(() => calendar.composeMeeting.mock.calls)
    .toEqual([
      [
        {
          subject: 'A first chat: Clara and Aisha',
          content: expect.stringMatching(/^Half an hour to get to know each other\./),
          attendees: partnerMails,
          startTime: expect.any(String),
          endTime: expect.any(String),
        },
      ],
    ]);
});

test('writes to the other one', async () => {
  answers({ planning: aPlanning() });
  await onScreen(chat());
  await press('Write to Aisha');
  await expect
    .poll(() => app.openLink.mock.calls)
    .toEqual([['https://teams.microsoft.com/l/chat/0/0?users=aisha%40example.com']]);
});

test('offers no way to plan it where nobody can be asked', async () => {
  await onScreen(chat({ partnerMails: [] }));
  await sees(heading('Plan your first chat'));
  await seesNo(button('Put Tuesday in the diary'));
  await seesNo(button('Write to Aisha'));
});

test('then each decides, by a day', async () => {
  const server = answers({ answerPair: pending, planning: aPlanning() });
  await onScreen(chat());
  await sees(heading('Then decide'));
  await expect.element(said()).toHaveTextContent(/^You have until Thursday, November 12 at 9:00.AM/);
  await seesNo(button('Let’s have a first chat, then decide'));
  await press('Yes, let’s be a pair');
  await expect.poll(() => server.sent('answerPair').map(({ body }) => body)).toEqual([{ answer: 'yes' }]);
});

test('whoever said yes can still say no', async () => {
  answers({ planning: aPlanning() });
  await onScreen(chat({ myAnswer: 'yes' }));
  await sees(heading('You said yes.'));
  await expect.element(said()).toHaveTextContent(/^You hear by Thursday, November 12 at 9:00.AM/);
  await seesNo(button('Yes, let’s be a pair'));
  await press('Not this time');
  await sees(heading('Say “not this time”?'));
});

test('whoever asked for it is led to the search', async () => {
  answers({
    ...{ searches: { searches: [aSearch({ state: 'asking', pair: PAIR })] }, planning: aPlanning() },
  });
  await onScreen(chat({ asked: 'me' }));
  await sees(button('See your search, or stop it'));
});

test('asks for no search where nobody searched', async () => {
  const server = answers({ planning: aPlanning() });
  await onScreen(chat({ asked: 'partner' }));
  await sees(heading('Then decide'));
  expect(server.sent('searches')).toEqual([]);
});
