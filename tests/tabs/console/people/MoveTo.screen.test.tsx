import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { MoveCheck } from '#api/contract/roster/people.ts';
import { Roster } from '#tabs/console/people/Roster.tsx';
import { answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { AISHA, aFlow, aPerson, CLARA, HENRIK, peopleOf } from '../given.ts';

const roster = () => <Roster cohort="pilot" name="Finance pilot" members={3} />;
const three = [
  aPerson(),
  aPerson({ ...AISHA, role: 'mentor', standing: 'invited' }),
  aPerson({ ...HENRIK, standing: 'paired' }),
];
const wave = { cohort: 'wave', name: 'Second wave', canInvite: true };
const aCheck = (said: Partial<MoveCheck> = {}): MoveCheck => ({
  ...{ targets: [wave, { cohort: 'third', name: 'Third wave', canInvite: false }] },
  ...{ can: 2, hear: 2, stay: [], more: 0, ...said },
});
const stay: MoveCheck['stay'] = [{ ...HENRIK, why: 'introduced' }];
const given = (checkMove: MoveCheck = aCheck()) => ({
  ...{ people: peopleOf(three), flow: aFlow(), checkMove },
  movePeople: { moved: 2, goesOn: false },
});

const choose = (name: string) => page.getByRole('checkbox', { name: `Choose ${name}` }).click();
const chooseThree = async (): Promise<void> => {
  for (const { name } of [CLARA, AISHA, HENRIK]) await choose(name);
};
const to = (name: string) => page.getByLabelText('To which cohort?').selectOptions(name);

test('says who stays and why before anybody is moved, and moves the others', async () => {
  const server = answers(given(aCheck({ stay })));
  await onScreen(roster(), { widthPx: NARROW_PX });
  await chooseThree();
  await press('Move to…');
  await sees('Henrik Eksempel has been introduced to somebody here.');
  await sees('1 stays here:');
  await seesNo(button('Move 2 people'));
  await to('Second wave');
  await sees('2 can be moved. 2 get an invitation.');
  await expectFits();
  await press('Move 2 people');
  await sees('2 moved to Second wave.');
  await seesNo('3 chosen');
  const members = ['clara', 'aisha', 'henrik'];
  expect(server.sent('checkMove').at(-1)?.body).toEqual({ members, to: 'wave' });
  expect(server.sent('movePeople').map(({ body }) => body)).toEqual([{ members, to: 'wave' }]);
});

test('invites again only whom an invitation can reach, of all who are chosen', async () => {
  const server = answers({ ...given(), askAgain: undefined });
  await onScreen(roster());
  await choose('Clara Exampleton');
  await seesNo(button('Invite again'));
  await choose('Aisha Specimen');
  await press('Invite again');
  await expect.poll(() => server.sent('askAgain').at(-1)?.body).toEqual({ members: ['aisha'] });
});

test('moves all who have not joined, and says that it goes on', async () => {
  const server = answers({ ...given(aCheck({ can: 6, hear: 6 })), movePeople: { moved: 6, goesOn: true } });
  await onScreen(roster());
  await choose('Aisha Specimen');
  await press('Choose all 6 who have not joined');
  await press('Move to…');
  await to('Second wave');
  await press('Move 6 people');
  await sees('6 are on their way to Second wave, and leave this list as they go.');
  expect(server.sent('movePeople').at(-1)?.body).toEqual({ members: 'unanswered', to: 'wave' });
});

test('says where nobody can be moved to: no other cohort, or nobody to turn to there', async () => {
  const server = answers(given());
  await onScreen(roster());
  await choose('Clara Exampleton');
  await press('Move to…');
  const third = page.getByRole('option', { name: 'Third wave (nobody to turn to has accepted yet)' });
  await expect.element(third).toBeDisabled();
  await press('Cancel');
  await seesNo(page.getByRole('dialog'));
  server.now({ checkMove: aCheck({ targets: [] }) });
  await press('Move to…');
  await sees(/^You run no other cohort that still gathers people\./);
  await press('Cancel');
});

test('leaves those who were never invited to a cohort without anybody to turn to', async () => {
  answers(given(aCheck({ can: 1, hear: 0 })));
  await onScreen(roster());
  await choose('Clara Exampleton');
  await press('Move to…');
  await to('Third wave');
  await sees('1 can be moved.');
  await sees(button('Move 1 person'));
  await press('Cancel');
});

test('says why it failed, with everybody chosen still', async () => {
  answers({ ...given(), movePeople: problem(409, 'Second wave gathers no people at the moment.') });
  await onScreen(roster());
  await choose('Clara Exampleton');
  await press('Move to…');
  await to('Second wave');
  await press('Move 2 people');
  await says('Second wave gathers no people at the moment.');
  await press('Cancel');
  await sees('1 chosen');
});
