import { expect, test, vi } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { ApiProblem } from '#tabs/api/problem.ts';
import { GoalForm } from '#tabs/pair/goals/GoalForm.tsx';
import type { GoalBody } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, press, says, sees, seesNo } from '../../reader.ts';
import { aGoal } from '../pairs.tsx';

const save = vi.fn(async (_body: GoalBody, _etag: string): Promise<unknown> => undefined);
const done = vi.fn();
const adding = () => <GoalForm onSave={save} onDone={done} />;
const changing = (goal = aGoal()) => <GoalForm goal={goal} onSave={save} onDone={done} />;
const radio = (name: string): Locator => page.getByRole('radio', { name, exact: true });

test('a new goal is words and a number, saved over nothing', async () => {
  await onScreen(adding());
  await box('My goal').fill('  Speak on a podcast ');
  await radio('4').click();
  await press('Save');
  await expect.poll(() => done.mock.calls.length).toBe(1);
  expect(save.mock.calls).toEqual([[{ text: 'Speak on a podcast', confidence: 4, state: 'open' }, '']]);
});

test('asks for words and then for a number, and sends nothing before', async () => {
  await onScreen(adding());
  await box('My goal').fill('   ');
  await press('Save');
  await says('Please write a few words.');
  await box('My goal').fill('Speak on a podcast');
  await press('Save');
  await says('Please choose a number from 1 to 5.');
  expect(save).not.toHaveBeenCalled();
});

test('where a goal stands is asked of one that is there already', async () => {
  await onScreen(adding());
  await sees(box('My goal'));
  await seesNo(radio('Reached'));
  await onScreen(changing());
  await radio('Reached').click();
  await press('Save');
  await expect
    .poll(() => save.mock.calls)
    .toEqual([[{ text: 'Film with a phone', confidence: 2, state: 'reached' }, 'g1']]);
});

test('cannot be saved twice at once', async () => {
  save.mockReturnValue(new Promise(() => undefined));
  await onScreen(changing());
  await press('Save');
  await expect.element(button('Saving…')).toHaveAttribute('aria-disabled', 'true');
  await button('Saving…').click({ force: true });
  expect(save).toHaveBeenCalledOnce();
});

test('a refusal is said, and what was typed stays', async () => {
  save.mockRejectedValue(new ApiProblem({ status: 409, detail: 'There are forty goals already.' }));
  await onScreen(changing());
  await box('My goal').fill('Film with two phones');
  await press('Save');
  await says('There are forty goals already.');
  await expect.element(box('My goal')).toHaveValue('Film with two phones');
  expect(done).not.toHaveBeenCalled();
});

test('can be left without saving', async () => {
  await onScreen(changing());
  await press('Cancel');
  expect(done).toHaveBeenCalledOnce();
  expect(save).not.toHaveBeenCalled();
});

test('fits a side panel, also when somebody was quicker', async () => {
  save.mockRejectedValue(new ApiProblem({ status: 412 }));
  await onScreen(changing(), { widthPx: NARROW_PX });
  await press('Save');
  await says(/What you typed is still here\./);
  await expectFits();
});
