import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Conversation } from '#tabs/panel/Conversation.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aPanel } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo } from '../reader.ts';

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
const newer = aPanel({ etag: 'q2', prompt: { id: 'learn', text: 'What did you unlearn?', kind: 'open' } });
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

test('wrapping up asks how it was, thanks, and is not offered again', async () => {
  const server = answers({ panel: aPanel(), giveFeedback: { repeated: false } });
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await press('Send');
  await sees(heading('Thank you'));
  expect(server.sent('giveFeedback').map(({ params, body }) => [params, body.worthTheHour])).toEqual([
    [{ pair: 'clara-aisha', occurrence: 'first' }, 5],
  ]);
  await press('Back to the question');
  await sees(question());
  await seesNo(button('Wrap up'));
});

test('what is being written about the meeting stays when the panel ends meanwhile', async () => {
  const server = answers({ panel: aPanel() });
  await onScreen(conversation());
  await press('Wrap up');
  await box('What did you learn?').fill('To listen first');
  server.now({ panel: problem(410, 'This conversation is over.') });
  await expect.poll(() => server.sent('panel').length).toBeGreaterThan(1);
  await expect.element(box('What did you learn?')).toHaveValue('To listen first');
});

test('a refusal of the feedback is said, and what was typed stays', async () => {
  answers({ panel: aPanel(), giveFeedback: problem(0) });
  await onScreen(conversation());
  await press('Wrap up');
  await saysItWasGood();
  await box('What did you learn?').fill('To ask twice.');
  await press('Send');
  await says(/We can’t reach Turntable just now/);
  await expect.element(box('What did you learn?')).toHaveValue('To ask twice.');
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
  expectFits();
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
