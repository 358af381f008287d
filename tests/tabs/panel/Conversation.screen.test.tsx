import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Conversation } from '#tabs/panel/Conversation.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aFace, aPanel } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { aMeeting, withSpace } from '../pair/pairs.tsx';
import { box, button, heading, press, says, sees, seesNo } from '../reader.ts';
import { calendar } from '../teamsJs.ts';

const over = vi.fn();
const conversation = () => (
  <Conversation
    pair="clara-aisha"
    occurrence="first"
    partners={['Aisha']}
    onOver={over}
    onGiveBack={() => undefined}
  />
);
const question = () => heading('What are you proud of this year?');
const newer = aPanel({
  etag: 'q2',
  prompt: { id: 'learn', text: 'What did you unlearn?', family: 'opening' },
});
/** What the next date is read from; nothing is said where there is none. */
const afterwards = { pair: withSpace(), meetings: { meetings: [] } };
const saysItWasGood = () => page.getByRole('radio', { name: 'Very much' }).click();

test('asks for a moment while the question is read', async () => {
  answers({ panel: pending });
  await onScreen(conversation());
  await sees('One moment…');
});

test('keeps asking by itself as long as the server cannot be reached', async () => {
  const server = answers({ panel: problem(0) });
  await onScreen(conversation());
  await expect.poll(() => server.sent('panel').length).toBeGreaterThan(0);
  await sees('One moment…');
  server.now({ panel: aPanel() });
  await sees(question());
});

test('says kindly that it is over, and has whose meeting it is looked up again when asked to', async () => {
  answers({ panel: problem(410, 'This conversation is over.') });
  await onScreen(conversation());
  await says('This conversation is over.');
  await press('Try again');
  expect(over).toHaveBeenCalledOnce();
});

test('shows a newer question by itself, and asks for what is newer than what it has', async () => {
  const server = answers({ panel: aPanel() });
  await onScreen(conversation());
  await sees(question());
  server.now({ panel: newer });
  await sees(heading('What did you unlearn?'));
  await expect.poll(() => server.sent('panel').at(-1)?.query).toEqual({ occurrence: 'first', after: 'q2' });
});

test('another question is asked for once, over the one on screen', async () => {
  const server = answers({ panel: aPanel(), movePanel: newer });
  await onScreen(conversation());
  await sees(question());
  server.now({ panel: pending });
  await press('Another');
  await sees(heading('What did you unlearn?'));
  expect(server.sent('movePanel')).toEqual([
    {
      params: { pair: 'clara-aisha' },
      query: { occurrence: 'first' },
      etag: '"q1"',
      body: { move: 'another' },
    },
  ]);
});

test('wrapping up is one tap: it thanks, and is not offered again', async () => {
  const server = answers({ ...afterwards, panel: aPanel(), giveFeedback: aFace(5) });
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await sees(heading('Thank you'));
  expect(server.sent('giveFeedback').map(({ params, body }) => [params, body])).toEqual([
    [{ pair: 'clara-aisha', occurrence: 'first' }, { worthTheHour: 5 }],
  ]);
  await press('Back to the question');
  await sees(question());
  await seesNo(button('Wrap up'));
});

test('after the face comes the next date: the one that stands, or the same hour after their rhythm', async () => {
  const was = aMeeting({ occurrence: 'first', startedAt: '2026-11-05T09:00:00.000Z' });
  const script = {
    panel: aPanel(),
    giveFeedback: aFace(5),
    pair: withSpace(),
    meetings: { meetings: [was] },
  };
  answers(script);
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await sees(heading('Your next time'));
  await press('That suits me');
  await expect.poll(() => calendar.composeMeeting.mock.calls.length).toBe(1);
  const next = aMeeting({ occurrence: 'next', state: 'planned', startedAt: '2026-12-08T09:00:00.000Z' });
  answers({ ...script, meetings: { meetings: [next, was] } });
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await sees(/Tuesday, December 8/);
  await seesNo(button('That suits me'));
});

test('a line that somebody keeps to themselves stands there at once, and is sent with its press', async () => {
  const made = {
    ...{ jotting: 'j1', etag: '1', occurrence: 'first', isMine: true, firstName: 'Clara', shared: false },
    ...{ text: 'Ask for the draft', at: '2026-11-05T09:30:00.000Z' },
  };
  const server = answers({ panel: aPanel(), jot: made });
  await onScreen(conversation());
  await press('Jot');
  await box('Something you would like to remember').fill('Ask for the draft');
  await press('Keep it');
  await sees('You jotted, only for you');
  expect(server.sent('jot').map(({ params, body }) => [params, body])).toEqual([
    [
      { pair: 'clara-aisha', occurrence: 'first' },
      { text: 'Ask for the draft', shared: false },
    ],
  ]);
});

test('what is being written about the meeting stays when the panel ends meanwhile', async () => {
  const server = answers({ ...afterwards, panel: aPanel(), giveFeedback: aFace(5) });
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await press('Add a line');
  await box('What did you learn?').fill('To listen first');
  server.now({ panel: problem(410, 'This conversation is over.') });
  await expect.poll(() => server.sent('panel').length).toBeGreaterThan(1);
  await expect.element(box('What did you learn?')).toHaveValue('To listen first');
});

test('a refusal of the face is said, and it can be tapped again', async () => {
  const server = answers({ ...afterwards, panel: aPanel(), giveFeedback: problem(0) });
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await says(/We can’t reach Turntable just now/);
  server.now({ giveFeedback: aFace(5) });
  await saysItWasGood();
  await sees(heading('Thank you'));
});

test('the question can be looked at again before anything is sent', async () => {
  answers({ panel: aPanel() });
  await onScreen(conversation());
  await press('Wrap up');
  await press('Back to the question');
  await sees(question());
  await sees(button('Wrap up'));
});

test('a question that was kept can be drawn again, for both', async () => {
  const waiting = { kept: [{ prompt: 'learn', text: 'What did you unlearn?' }] };
  const server = answers({ panel: aPanel({ keptCount: 1 }), kept: waiting, movePanel: newer });
  await onScreen(conversation(), { widthPx: NARROW_PX });
  await press('The question you kept');
  await sees(heading('Kept for later'));
  await expectFits();
  server.now({ panel: pending });
  await press('What did you unlearn?');
  await sees(heading('What did you unlearn?'));
  expect(server.sent('movePanel').map(({ body, etag }) => [body, etag])).toEqual([
    [{ move: 'draw', prompt: 'learn' }, '"q1"'],
  ]);
});

test('where nothing was kept, nothing is offered', async () => {
  answers({ panel: aPanel() });
  await onScreen(conversation());
  await sees(question());
  await seesNo(button('The question you kept'));
});
