import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { Goals } from '#tabs/pair/goals/Goals.tsx';
import { answers, type GoalView, pending, problem, SORRY } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { alert, box, button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aGoal, given, LONG, PAIR, withSpace } from '../pairs.tsx';

const goals = () => <Goals {...given(withSpace())} />;
const list = (...all: GoalView[]) => ({ goals: { goals: all } });
const mine = () => heading('Film with a phone');
const change = () => press('Change the goal “Film with a phone”');
const radio = (name: string): Locator => page.getByRole('radio', { name, exact: true });
const aishas = aGoal({
  goal: 'list',
  isMine: false,
  ownerFirstName: 'Aisha',
  text: 'Listen',
  state: 'reached',
});
const earlier = [
  { text: 'Film', confidence: 1, state: 'open', at: '2026-11-03T09:00:00.000Z' },
  { text: 'Film well', confidence: 3, state: 'open', at: '2026-11-04T09:00:00.000Z' },
] as const;
const grown = aGoal({ history: [...earlier, ...aGoal().history] });

waitsAndTriesAgain({ reads: 'goals', part: goals, given: list(aGoal()), there: mine });

test('before the first goal it asks what for', async () => {
  answers(list());
  await onScreen(goals());
  await sees('No goals yet. What would you like to be able to do, or see differently?');
  await sees(button('Add a goal'));
});

test('says whose a goal is, where it stands, and how sure they feel', async () => {
  answers(list(aGoal(), aishas));
  await onScreen(goals());
  await sees(mine());
  await sees('Yours · On it · not very sure');
  await sees('Aisha’s · Reached · not very sure');
});

const at = (text: string, day: string, state: 'open' | 'reached' = 'open', confidence = 1) => ({
  ...{ text, confidence, state, at: `${day}T09:00:00.000Z` },
});
test.each([
  ['since when it stands', [at('Film', '2020-11-03')], 'Since November 2020.'],
  [
    'what it became',
    [at('Film', '2020-01-03'), at('Film', '2020-02-03', 'open', 3), at('Film alone', '2020-03-04')],
    'Started as “Film” in January 2020; became “Film alone” in March 2020.',
  ],
  [
    'the last two wordings of many',
    [at('A', '2020-01-03'), at('B', '2020-02-03'), at('C', '2020-03-04'), at('D', '2020-04-04')],
    'Started as “A” in January 2020; became “C” in March 2020; became “D” in April 2020.',
  ],
  [
    'how it ended',
    [at('Film', '2020-01-03'), at('Film', '2020-05-04', 'reached')],
    'Since January 2020; reached in May 2020.',
  ],
])('tells in one line %s', async (_, history, line) => {
  answers(list(aGoal({ history })));
  await onScreen(goals());
  await sees(line);
});

test('shows then and now, with words beside it', async () => {
  answers(list(aGoal({ confidence: 4, history: [at('Film with a phone', '2026-11-03')] })));
  await onScreen(goals());
  await sees('Yours · On it · not sure at all then, sure now');
});

test('everybody changes their own', async () => {
  answers(list(aGoal(), aishas));
  await onScreen(goals());
  await sees(button('Change the goal “Film with a phone”'));
  await seesNo(button('Change the goal “Listen”'));
});

test('opens the earlier words, newest first', async () => {
  answers(list(grown));
  await onScreen(goals());
  await press('Earlier words (2)');
  const items = page
    .getByRole('list', { name: 'Earlier words of “Film with a phone”' })
    .getByRole('listitem');
  await expect.element(items.first()).toHaveTextContent('Film wellWednesday, November 4 · fairly sure');
  await expect.element(items.nth(1)).toHaveTextContent('FilmTuesday, November 3 · not sure at all');
  await expect.element(button('Earlier words (2)')).toHaveAttribute('aria-expanded', 'true');
  await press('Earlier words (2)');
  await seesNo(items.first());
});

test('a new goal is sent once, and stands there', async () => {
  const added = aGoal({ goal: 'talk', text: 'Speak on a podcast', confidence: 4 });
  const server = answers({ ...list(aGoal()), addGoal: added });
  await onScreen(goals());
  await press('Add a goal');
  await box('My goal').fill('Speak on a podcast');
  await radio('4').click();
  server.now({ goals: pending });
  await press('Save');
  await sees(heading('Speak on a podcast'));
  await sees(mine());
  await sees(button('Add a goal'));
  expect(server.sent('addGoal')).toEqual([
    {
      params: { pair: PAIR },
      query: {},
      etag: '',
      body: { text: 'Speak on a podcast', confidence: 4, state: 'open' },
    },
  ]);
});

test('a refused goal stays as it was typed', async () => {
  answers({ ...list(), addGoal: problem(409) });
  await onScreen(goals());
  await press('Add a goal');
  await box('My goal').fill('Speak on a podcast');
  await radio('4').click();
  await press('Save');
  await says(SORRY);
  await expect.element(box('My goal')).toHaveValue('Speak on a podcast');
});

test('a change is sent once, over the wording that was read', async () => {
  const changed = aGoal({ etag: 'g2', text: 'Film with two phones' });
  const server = answers({ ...list(aGoal(), aishas), changeGoal: changed });
  await onScreen(goals());
  await change();
  await box('My goal').fill('Film with two phones');
  await press('Save');
  await sees(heading('Film with two phones'));
  await seesNo(mine());
  await sees(heading('Listen'));
  expect(server.sent('changeGoal')).toEqual([
    {
      params: { pair: PAIR, goal: 'film' },
      query: {},
      etag: '"g1"',
      body: { text: 'Film with two phones', confidence: 2, state: 'open' },
    },
  ]);
});

/** Clara changed it in another window while she wrote here. */
async function wasQuicker() {
  const server = answers({ ...list(aGoal()), changeGoal: problem(412) });
  await onScreen(goals());
  await change();
  await box('My goal').fill('Film with two phones');
  server.now(list(aGoal({ etag: 'g2', text: 'Film outdoors' })));
  await press('Save');
  await says(/What you typed is still here\./);
  await expect.element(box('My goal')).toHaveValue('Film with two phones');
  return server;
}

test('newer words are a choice: mine are saved over them', async () => {
  const server = await wasQuicker();
  server.now({ changeGoal: aGoal({ etag: 'g3', text: 'Film with two phones' }) });
  await press('Save mine instead');
  await sees(heading('Film with two phones'));
  await seesNo(alert());
  expect(server.sent('changeGoal').map(({ etag, body }) => [etag, body.text])).toEqual([
    ['"g1"', 'Film with two phones'],
    ['"g2"', 'Film with two phones'],
  ]);
});

test('newer words are a choice: they are taken', async () => {
  const server = await wasQuicker();
  await press('Take the newer one');
  await sees(heading('Film outdoors'));
  await seesNo(alert());
  expect(server.sent('changeGoal').length).toBe(1);
});

test('fits a side panel', async () => {
  answers(list({ ...grown, text: LONG }, { ...aishas, ownerFirstName: LONG }));
  await onScreen(goals(), { widthPx: NARROW_PX });
  await press('Earlier words (2)');
  await expectFits();
});
