import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { People } from '#tabs/console/people/People.tsx';
import { answers, type MemberView } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, press, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { AISHA, aContact, aMember, anImport, DIEGO, HENRIK, membersOf } from '../given.ts';

const people = () => <People cohort="pilot" />;
const members = (...list: MemberView[]) => ({
  members: membersOf(...list),
  lastImport: { last: null },
  contacts: { contacts: [aContact()] },
});
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

waitsAndTriesAgain({
  reads: 'members',
  part: people,
  given: members(aMember()),
  there: () => heading('1 person has Turntable'),
});

test('begins with a contact and a list to import, and nothing else', async () => {
  answers(members());
  await onScreen(people());
  await sees(heading('Import people'));
  await seesNo(region('Invitations'));
  await sees(heading('Somebody people can turn to'));
  await expect.poll(() => page.getByRole('heading').length).toBe(2);
});

test('says where everybody stands', async () => {
  answers(
    members(
      aMember(),
      aMember({ ...AISHA, role: 'mentor', state: 'invited', delivery: 'failed' }),
      aMember({ ...HENRIK, state: 'invited' }),
      aMember({ ...DIEGO, role: 'mentor', state: 'imported', delivery: 'none' }),
    ),
  );
  await onScreen(people());
  await sees(heading('4 people have Turntable'));
  for (const [name, said] of [
    ['Clara Exampleton', 'ExecutiveJoined'],
    ['Aisha Specimen', 'MentorInvitation not delivered'],
    ['Henrik Eksempel', 'ExecutiveInvited'],
    ['Diego Muestra', 'MentorNot invited yet'],
  ] as const)
    await expect.element(row(name)).toHaveTextContent(`${name}${said}`);
});

test('says whom the bot cannot reach, and what an admin can do', async () => {
  answers(members(aMember({ ...DIEGO, mail: 'diego.muestra@example.com', hasApp: false, state: 'invited' })));
  await onScreen(people());
  await sees(heading('Nobody has Turntable yet'));
  await sees('Their invitations wait until they do.');
  const without = region('1 person doesn’t have Turntable yet');
  await sees(without.getByText(/^What a Teams admin can do/));
  await expect.element(without.getByRole('listitem')).toHaveTextContent('diego.muestra@example.com');
});

const crowd = (count: number): MemberView[] =>
  Array.from({ length: count }, (_, n) =>
    aMember({ person: `p${n}`, name: `Person ${n}`, mail: `p${n}@example.com` }),
  );

test('shows fifty of many at a time, and finds everybody by name', async () => {
  const server = answers(members(...crowd(120)));
  await onScreen(people(), { widthPx: NARROW_PX });
  await sees(heading('120 people have Turntable'));
  await sees('50 of 120');
  await press('Show 50 more');
  await sees('Person 99');
  await expectFits();
  await page.getByRole('searchbox').fill('Person 119');
  await sees('1 found.');
  await sees('Person 119');
  await seesNo('Person 99');
  expect(server.sent('members').at(-1)?.query).toEqual({ which: 'reached', find: 'Person 119', from: '0' });
});

test('asks for nobody while a file is on its way, but how far it is', async () => {
  const going = { ...anImport(), state: 'applying' as const };
  const server = answers({ ...members(...crowd(3)), lastImport: { last: going } });
  await onScreen(people());
  await sees(/^Importing people.csv/);
  const before = server.sent('members').length;
  await expect.poll(() => server.sent('lastImport').length, { timeout: 9_000 }).toBeGreaterThan(6);
  expect(server.sent('members').length - before).toBeLessThanOrEqual(1);
  server.now({ ...members(...crowd(5)), lastImport: { last: { ...going, state: 'applied' } } });
  await sees(heading('5 people have Turntable'));
}, 20_000);
