import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Changed } from '#tabs/console/people/Changed.tsx';
import { OnePerson } from '#tabs/console/people/OnePerson.tsx';
import { answers } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, sees, seesNo } from '../../reader.ts';
import { people } from '../../teamsJs.ts';
import { AISHA, aMember, membersOf } from '../given.ts';

const silvia = aMember({
  ...{ person: 'silvia', name: 'Silvia Tranger', mail: 's.tranger@example.com' },
  ...{ hasApp: false, hasAccount: false, state: 'invited' },
});
const aisha = aMember({ ...AISHA, mail: 'st4711@example.com' });
const invited = () => page.getByRole('combobox', { name: 'Known by an address only' });
const account = () => page.getByRole('combobox', { name: 'Is the same person as' });
const one = (waiting = 1) => <OnePerson cohort="pilot" waiting={waiting} />;

/** Types a few letters, and takes whoever is offered. */
async function choose(box: ReturnType<typeof invited>, typed: string): Promise<void> {
  await box.click();
  await userEvent.keyboard(typed);
  await page.getByRole('option', { name: new RegExp(typed, 'i') }).click();
}

test('asks back before two rows become one, and no leaves them', async () => {
  const server = answers({ members: membersOf(silvia, aisha), joinMembers: undefined });
  await onScreen(one());
  await choose(invited(), 'tranger');
  await choose(account(), 'st4711');
  await press('They are one person');
  await sees(heading('Are they one person?'));
  await press('No, leave them');
  expect(server.sent('joinMembers')).toEqual([]);
  await press('They are one person');
  await press('Yes, one person');
  await expect
    .poll(() => server.sent('joinMembers').map(({ params, body }) => [params, body]))
    .toEqual([[{ cohort: 'pilot', member: 'silvia' }, { member: 'aisha' }]]);
});

test('takes an account chosen in Teams', async () => {
  const server = answers({ members: membersOf(silvia), joinMembers: undefined });
  people.selectPeople.mockResolvedValue([{ objectId: 'OID-1', displayName: 'Tranger, Silvia' }]);
  await onScreen(one());
  await choose(invited(), 'tranger');
  await press('Choose their account in Teams');
  await press('Yes, one person');
  await expect
    .poll(() => server.sent('joinMembers').map(({ body }) => body))
    .toEqual([{ directoryId: 'oid-1' }]);
});

test('is not there while everybody has an account', async () => {
  answers({});
  await onScreen(one(0));
  await seesNo(button('They are one person'));
});

test('what an import changed can be taken back, after a question', async () => {
  const server = answers({
    members: membersOf(aMember({ ...AISHA, changed: ['manager', 'department'] }), aMember()),
    takeBackSaid: { tookBack: 'said' },
  });
  await onScreen(<Changed cohort="pilot" count={1} />);
  await sees('Changed: manager and department');
  await press('Take back what changed for Aisha Specimen');
  await sees(/^Aisha Specimen is again as before/);
  await press('Keep the change');
  await press('Take back what changed for Aisha Specimen');
  expect(server.sent('takeBackSaid')).toEqual([]);
  await press('Yes, take it back');
  await expect
    .poll(() => server.sent('takeBackSaid').map(({ params }) => params))
    .toEqual([{ cohort: 'pilot', member: 'aisha' }]);
});

test('who was put together is two people again when it is taken back', async () => {
  const members = membersOf(aMember({ ...AISHA, changed: ['joined'] }));
  answers({ members, takeBackSaid: { tookBack: 'joining' } });
  await onScreen(<Changed cohort="pilot" count={1} />);
  await sees('Changed: put together from two people');
  await press('Take back what changed for Aisha Specimen');
  await press('Yes, take it back');
  await sees('Aisha Specimen and the invited address are two people again.');
});

test('fits a narrow screen with long names', async () => {
  const long = aMember({ ...silvia, name: 'Maximiliana Anastasia von Beispielhausen-Musterberg' });
  answers({ members: membersOf(long, aisha) });
  await onScreen(one(), { widthPx: NARROW_PX });
  await choose(invited(), 'Maximiliana');
  await expectFits();
});
