import { expect, test } from 'vitest';
import { InvitePeer } from '#tabs/enrolment/InvitePeer.tsx';
import { answers, problem } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, press, says, sees, seesNo } from '../reader.ts';
import { app, chat, people } from '../teamsJs.ts';

const card = () => <InvitePeer cohort="pilot" cohortName="Finance pilot" champions={['Noor Voorbeeld']} />;
const NINA = { objectId: 'AAAAAAAA-0000-4000-8000-000000000001', displayName: 'Nina Przykład' };
const TEXT = /^Hello! I take part in Finance pilot.*ask me, or Noor Voorbeeld\. It is only an idea/;

async function name(mail: string) {
  await box('Their mail address').fill(mail);
  await press('Go on');
}

test('a colleague by address gets a text to be sent by oneself; nothing is sent by us', async () => {
  const server = answers({});
  await onScreen(card());
  await name('Nina@Turntable.example');
  await expect
    .element(box('A text for nina@turntable.example, to send or to change'))
    .toHaveValue(expect.stringMatching(TEXT));
  await press('Open our chat with this text');
  expect(server.sent('suggestPeer')).toEqual([]);
  const link = app.openLink.mock.calls.at(-1)?.[0] ?? '';
  expect(link).toContain(
    'https://teams.microsoft.com/l/chat/0/0?users=nina%40turntable.example&message=Hello!%20I%20',
  );
  expect(link).not.toContain('+');
});

test('in the tab the client opens the chat itself, with the text in it', async () => {
  answers({});
  app.getContext.mockResolvedValueOnce({
    ...{ app: { theme: 'default', locale: 'en' }, page: { frameContext: 'content' } },
  });
  await onScreen(card());
  await name('nina@turntable.example');
  await press('Open our chat with this text');
  await expect
    .poll(() => chat.openChat.mock.calls.at(-1)?.[0])
    .toEqual({ user: 'nina@turntable.example', message: expect.stringMatching(TEXT) });
});

test('whoever runs the programme is told with a press of its own, once', async () => {
  const server = answers({ suggestPeer: undefined });
  people.selectPeople.mockResolvedValueOnce([{ ...NINA, email: 'nina@turntable.example' }]);
  await onScreen(card());
  await press('Choose in Teams');
  await press('Tell whoever runs it');
  expect(people.selectPeople).toHaveBeenLastCalledWith(expect.objectContaining({ singleSelect: true }));
  await sees(/^Whoever runs the programme knows\. They decide whether to invite/);
  expect(server.sent('suggestPeer').map(({ params, body }) => [params, body])).toEqual([
    [{ cohort: 'pilot' }, { directoryId: NINA.objectId.toLowerCase(), name: NINA.displayName }],
  ]);
  await seesNo(button('Tell whoever runs it'));
  await press('Somebody else');
  await sees(box('Their mail address'));
});

test('somebody without an address has a text, and no chat to open', async () => {
  answers({});
  people.selectPeople.mockResolvedValueOnce([NINA]);
  await onScreen(card());
  await press('Choose in Teams');
  await sees(box('A text for Nina Przykład, to send or to change'));
  await seesNo(button('Open our chat with this text'));
});

test('half an address, and a refusal, are said, and nothing is lost', async () => {
  answers({ suggestPeer: problem(409, 'You have suggested 10 colleagues here.') });
  await onScreen(card(), { widthPx: NARROW_PX });
  await name('nina');
  await says(/^Please write a whole mail address/);
  await name('nina@turntable.example');
  await sees(/^Whoever runs the programme sees your colleague’s name\. Yours only if you may be named/);
  await press('Tell whoever runs it');
  await says('You have suggested 10 colleagues here.');
  await sees(button('Tell whoever runs it'));
  await expectFits();
});
