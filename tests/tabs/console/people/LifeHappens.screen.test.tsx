import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LifeHappens } from '#tabs/console/people/LifeHappens.tsx';
import { answers, problem } from '../../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, says, sees } from '../../reader.ts';
import { AISHA, aMember, membersOf } from '../given.ts';

const aisha = aMember(AISHA);
const part = () => <LifeHappens cohort="pilot" />;

async function chooseAisha(): Promise<void> {
  await page.getByRole('combobox', { name: 'Who is it?' }).click();
  await userEvent.keyboard('aisha');
  await page.getByRole('option', { name: /aisha/i }).click();
}

test('notes that somebody has left, once that is sure', async () => {
  const server = answers({ members: membersOf(aisha), sayGone: undefined });
  await onScreen(part(), { widthPx: NARROW_PX });
  await chooseAisha();
  await expectFits();
  await press('Has left the company');
  await sees(heading(`Has ${aisha.name} left the company?`));
  await expectAccessible();
  await press('Yes, they have left');
  await sees(`Noted. Whoever meets ${aisha.name} is told.`);
  expect(server.sent('sayGone').map(({ params }) => params.member)).toEqual([aisha.person]);
});

test('notes a leave with its day, and asks for both', async () => {
  const server = answers({ members: membersOf(aisha), sayAway: undefined });
  await onScreen(part());
  await press('Note the leave');
  await says('Please choose somebody and the day they are back.');
  await chooseAisha();
  await page.getByLabelText('Back from leave on').fill('2027-02-15');
  await press('Note the leave');
  await sees(/^Noted\. Whoever meets .* hears until when there is a break, and nobody new is found/);
  expect(server.sent('sayAway').map(({ body }) => body)).toEqual([{ until: '2027-02-15' }]);
});

test('keeps who was chosen where the day cannot be', async () => {
  answers({ members: membersOf(aisha), sayAway: problem(422, 'That is too far away.') });
  await onScreen(part());
  await chooseAisha();
  await page.getByLabelText('Back from leave on').fill('2037-02-15');
  await press('Note the leave');
  await says('That is too far away.');
  await expect.element(button('Has left the company')).not.toHaveAttribute('aria-disabled', 'true');
});
