import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConcernScreen } from '#tabs/concern/ConcernScreen.tsx';
import { answers, type Concerns, type GivenConcern, problem, type RaisedConcern } from '../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { app } from '../teamsJs.ts';

const back = vi.fn();
const screen = () => <ConcernScreen onBack={back} />;

const HANA = {
  ...{ person: 'hana', name: 'Hana Vzorová', firstName: 'Hana', mail: 'hana@turntable.example' },
  isReached: true,
};
const SAMUEL = {
  ...{ person: 'samuel', name: 'Samuel Voorbeeld', firstName: 'Samuel', mail: 'samuel@turntable.example' },
  isReached: true,
};
type Way = Concerns['ways'][number];
const aWay = (said: Partial<Way> = {}): Way => ({
  ...{ cohort: 'pilot', cohortName: 'Finance pilot', contacts: [HANA, SAMUEL], to: 'hana' },
  champions: ['Noor Prøve'],
  ...said,
});
const given = (said: Partial<Concerns> = {}): Concerns => ({
  ...{ ways: [aWay()], answerBy: '2026-12-04T17:00:00.000Z', raised: [], given: [] },
  isContact: false,
  ...said,
});
const raised = (said: Partial<RaisedConcern> = {}): RaisedConcern => ({
  ...{ concern: 'n1', state: 'raised', name: 'Hana Vzorová', mail: HANA.mail, isUntold: false },
  ...{ at: '2026-12-02T10:00:00.000Z', text: 'He shouted at me.', ...said },
});
const toMe = (said: Partial<GivenConcern> = {}): GivenConcern => ({
  ...{ concern: 'n1', state: 'raised', name: 'Clara Exampleton', mail: 'clara@turntable.example' },
  ...{ at: '2026-12-02T10:00:00.000Z', text: '', ...said },
});
const text = () => box('What happened, in your words');

waitsAndTriesAgain({
  reads: 'concerns',
  part: screen,
  given: { concerns: given() },
  there: () => heading('Hana Vzorová'),
});

describe('raising a concern', () => {
  test('says who, what happens, by when and who will know before a word is written', async () => {
    answers({ concerns: given() });
    await onScreen(screen());
    await sees(heading('Hana Vzorová'));
    await sees('There for you in Finance pilot, outside your reporting line and your partner’s');
    await sees('Only you and Hana');
    const then = region('What happens then');
    await expect
      .element(then)
      .toHaveTextContent(/Hana gets in touch with you within two working days, by Friday/);
    await expect.element(then).toHaveTextContent(/Hana alone knows/);
    await expect.element(then).toHaveTextContent(/You can take it back at any time/);
    await press('Chat with Hana');
    expect(app.openLink).toHaveBeenCalledWith(expect.stringContaining('users=hana%40turntable.example'));
    await expectAccessible();
  });

  test('sends the words to the one who is named, once, and says so', async () => {
    const server = answers({ concerns: given(), raiseConcern: raised() });
    await onScreen(screen());
    await sees(heading('Hana Vzorová'));
    await press('Send to Hana');
    await says('Please write what happened first, as much or as little as you like.');
    expect(server.sent('raiseConcern')).toEqual([]);
    await text().fill('He shouted at me.');
    await press('Send to Hana');
    await sees(/^Hana has it now, and gets in touch with you by Friday/);
    const body = { cohort: 'pilot', to: 'hana', text: 'He shouted at me.' };
    expect(server.sent('raiseConcern').map((one) => one.body)).toEqual([body]);
    await expect.element(text()).toHaveValue('');
  });

  test('offers what can be done about a pair once it is said, and not before', async () => {
    answers({ concerns: given(), raiseConcern: raised() });
    const after = (cohort: string) => <p>Afterwards in {cohort}</p>;
    await onScreen(<ConcernScreen onBack={back} afterwards={after} />);
    await sees(heading('Hana Vzorová'));
    await seesNo('Afterwards in pilot');
    await text().fill('He shouted at me.');
    await press('Send to Hana');
    await sees('Afterwards in pilot');
  });

  test('keeps what was typed when it did not arrive', async () => {
    answers({ concerns: given(), raiseConcern: problem(409, 'Somebody else is there for you now.') });
    await onScreen(screen());
    await sees(heading('Hana Vzorová'));
    await text().fill('He shouted at me.');
    await press('Send to Hana');
    await says('Somebody else is there for you now.');
    await expect.element(text()).toHaveValue('He shouted at me.');
  });

  test('names the stand-in where the contact cannot be reached', async () => {
    const contacts = [{ ...HANA, isReached: false }, SAMUEL];
    answers({ concerns: given({ ways: [aWay({ contacts, to: 'samuel' })] }) });
    await onScreen(screen());
    await sees(
      'Hana Vzorová can’t be reached here at the moment. Samuel Voorbeeld stands in, and gets what you write here.',
    );
    await sees(button('Send to Samuel'));
  });

  test('has nothing to fill in where nobody can be reached, and says whom to write to', async () => {
    const contacts = [{ ...HANA, isReached: false }];
    answers({ concerns: given({ ways: [aWay({ contacts, to: null })] }) });
    await onScreen(screen());
    await sees(heading('They can’t be reached here at the moment'));
    await sees('hana@turntable.example');
    await seesNo(text());
  });

  test('says before anything is typed that nobody stands far enough, and what can be done', async () => {
    answers({ concerns: given({ ways: [aWay({ contacts: [], to: null })] }) });
    await onScreen(screen());
    await sees(heading('There is nobody we can name to you here'));
    await sees('Talk to Noor Prøve, who runs Finance pilot.');
    await sees('Or turn to your own HR department, or to somebody you trust.');
    await seesNo(text());
    await seesNo('What happens then');
  });

  test('asks which programme where there are several, and shows who is there in that one', async () => {
    const second = aWay({ cohort: 'wave', cohortName: 'Second wave', contacts: [SAMUEL], to: 'samuel' });
    answers({ concerns: given({ ways: [aWay(), second] }) });
    await onScreen(screen());
    await sees(button('Send to Hana'));
    await page.getByRole('radio', { name: 'Second wave' }).click();
    await sees(button('Send to Samuel'));
  });

  test('leads back without a word', async () => {
    answers({ concerns: given() });
    await onScreen(screen());
    await sees(heading('Hana Vzorová'));
    await press('Not now');
    expect(back).toHaveBeenCalled();
  });
});

describe('what somebody raised', () => {
  test.each([
    [{ state: 'raised' }, 'Hana Vzorová has it and hasn’t opened it yet.'],
    [{ state: 'read' }, 'Hana Vzorová has opened it.'],
    [{ state: 'closed' }, 'Hana Vzorová says that the two of you have talked.'],
    [{ state: 'takenBack', text: '' }, 'You took it back. Nothing of it is left.'],
    [{ state: 'gone', name: '', text: '' }, /^Whoever had it is no longer here/],
    [{ isUntold: true }, /^We couldn’t tell Hana Vzorová.*hana@turntable\.example$/],
  ] as const)('says how it stands: %j', async (said, sentence) => {
    answers({ concerns: given({ raised: [raised(said as Partial<RaisedConcern>)] }) });
    await onScreen(screen());
    await sees(sentence);
  });

  test('is taken back after one question', async () => {
    const server = answers({ concerns: given({ raised: [raised()] }), takeBackConcern: undefined });
    await onScreen(screen());
    await sees('He shouted at me.');
    await press('Take it back');
    await expect.element(button('Leave it')).toHaveFocus();
    await press('Yes, take it back');
    await expect
      .poll(() => server.sent('takeBackConcern').map(({ params }) => params))
      .toEqual([{ concern: 'n1' }]);
  });
});

describe('what was given to somebody', () => {
  test.each([
    [{ isContact: true }, 'Nobody has turned to you so far. When somebody does, the bot tells you at once.'],
    [{ isContact: false }, /^You take part in no programme here/],
  ])('says where there is nothing: %j', async (said, sentence) => {
    answers({ concerns: given({ ways: [], ...said }) });
    await onScreen(screen());
    await sees(sentence);
  });

  test('is opened first, then answered in a chat, then closed', async () => {
    const opened = toMe({ state: 'read', text: 'He shouted at me.' });
    const server = answers({
      concerns: given({ ways: [], isContact: true, given: [toMe()] }),
      answerConcern: opened,
    });
    await onScreen(screen());
    await sees(heading('People who turned to you'));
    await seesNo(heading('Raise a concern'));
    await seesNo('He shouted at me.');
    server.now({ concerns: given({ ways: [], isContact: true, given: [opened] }) });
    await press('Open it');
    await sees('He shouted at me.');
    await sees(button('Chat with Clara Exampleton'));
    await press('I have talked with them');
    expect(server.sent('answerConcern').map(({ body }) => body)).toEqual([
      { state: 'read' },
      { state: 'closed' },
    ]);
    await userEvent.keyboard('{Tab}');
  });

  test('that was taken back says no name', async () => {
    answers({ concerns: given({ given: [toMe({ state: 'takenBack', name: '', mail: '' })] }) });
    await onScreen(screen());
    await sees(/was taken back. There is nothing you need to do.$/);
    await sees(button('Send to Hana'));
  });
});

test.each([
  [
    'long words',
    given({
      raised: [raised({ text: 'a'.repeat(400) })],
      given: [toMe({ state: 'read', text: 'b'.repeat(400) })],
    }),
  ],
  ['nobody', given({ ways: [aWay({ contacts: [], to: null })] })],
])('fits a narrow panel, with %s', async (_, concerns) => {
  answers({ concerns });
  await onScreen(screen(), { widthPx: NARROW_PX });
  await sees(heading('Raise a concern'));
  await sees(/emergency number/);
  await expectFits();
  await expectAccessible();
});
