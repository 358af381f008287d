import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Contacts } from '#tabs/console/people/Contacts.tsx';
import { answers, type ContactView, problem, type Contacts as Said } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { people } from '../../teamsJs.ts';
import { aContact, aMember, membersOf } from '../given.ts';

const contacts = () => <Contacts cohort="pilot" />;
const given = (...list: ContactView[]) => ({
  contacts: { contacts: list } satisfies Said,
  nameContact: { contacts: list } satisfies Said,
  members: membersOf(aMember()),
});
const samuel = aContact({ seat: 'standIn', person: 'samuel', name: 'Samuel Voorbeeld', etag: 's1' });
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

waitsAndTriesAgain({
  reads: 'contacts',
  part: contacts,
  given: given(aContact()),
  there: () => row('Hana Vzorová'),
});

test('names somebody by mail address, by the keyboard alone', async () => {
  const server = answers(given());
  await onScreen(contacts());
  await sees(heading('Somebody people can turn to'));
  await expect.element(row('Nobody yet').first()).toHaveTextContent('Contact');
  await press('Name somebody as contact');
  await expect.element(box('Mail address')).toHaveFocus();
  await userEvent.keyboard('hana{Enter}');
  await says(/^Please write a whole mail address/);
  expect(server.sent('nameContact')).toEqual([]);
  await userEvent.keyboard('@example.com{Enter}');
  await expect
    .poll(() => server.sent('nameContact').map(({ params, body, etag }) => [params.seat, body, etag]))
    .toEqual([['contact', { mail: 'hana@example.com' }, '']]);
  await seesNo(box('Mail address'));
});

test.each([
  ['asked', 'Asked'],
  ['accepted', 'Accepted'],
  ['declined', 'Rather not'],
] as const)('says what became of asking: %s', async (state, said) => {
  answers(given(aContact({ state })));
  await onScreen(contacts());
  await expect.element(row('Hana Vzorová')).toHaveTextContent(`Contact${said}`);
});

test('names somebody else in the place that was seen, among the people of the cohort', async () => {
  const server = answers(given(aContact(), samuel));
  await onScreen(contacts());
  await press('Name somebody else as stand-in');
  await sees(/^Whoever has accepted is thanked/);
  await page.getByRole('combobox', { name: 'Or somebody of this cohort' }).click();
  await userEvent.keyboard('clara');
  await page.getByRole('option', { name: /Clara/ }).click();
  await press('Ask them');
  await expect
    .poll(() => server.sent('nameContact').map(({ params, body, etag }) => [params.seat, body, etag]))
    .toEqual([['standIn', { member: 'clara' }, '"s1"']]);
});

test('takes somebody chosen in Teams, and says why they cannot be', async () => {
  const server = answers({ ...given(), nameContact: problem(409, 'Please choose somebody else.') });
  people.selectPeople.mockResolvedValue([{ objectId: 'OID-1', displayName: 'Ruth Beispiel' }]);
  await onScreen(contacts());
  await press('Name somebody as contact');
  await press('Choose in Teams');
  await says('Please choose somebody else.');
  expect(server.sent('nameContact').map(({ body }) => body)).toEqual([
    { directoryId: 'oid-1', name: 'Ruth Beispiel' },
  ]);
  await press('Cancel');
  await sees(button('Name somebody as contact'));
});

test('asks again whoever said no', async () => {
  const server = answers(given(aContact({ state: 'declined' })));
  await onScreen(contacts());
  await press('Ask again: Hana Vzorová');
  await expect.poll(() => server.sent('nameContact').map(({ body }) => body)).toEqual([{ person: 'hana' }]);
});

test('fits a side panel with long names, also while somebody is named', async () => {
  const name = 'Wolfeschlegelsteinhausenbergerdorff';
  const reason = 'They don’t have the app, or not any more. A Teams admin can install it for them.';
  const asked = { state: 'asked', hasApp: false, delivery: 'failed', deliveryReason: reason } as const;
  answers(given(aContact({ name, ...asked }), samuel));
  await onScreen(contacts(), { widthPx: NARROW_PX });
  await press('Name somebody else as stand-in');
  await sees(box('Mail address'));
  await expectFits();
});
