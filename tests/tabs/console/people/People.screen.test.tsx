import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { People } from '#tabs/console/people/People.tsx';
import { answers, type MemberView } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { heading, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aCohort, aContact, aFlow, aMember, anImport, DIEGO, membersOf, peopleOf } from '../given.ts';

const people = (members = 4) => <People view={{ ...aCohort(), counts: { ...aCohort().counts, members } }} />;
const members = (...list: MemberView[]) => ({
  members: membersOf(...list),
  lastImport: { last: null },
  flow: aFlow(),
  people: peopleOf([]),
  contacts: { contacts: [aContact()] },
});

waitsAndTriesAgain({
  reads: 'members',
  part: () => people(0),
  given: members(aMember()),
  there: () => heading('Invitations'),
});

test('begins with a contact and a list to import, and nothing else', async () => {
  answers(members());
  await onScreen(people(0));
  await sees(heading('Import people'));
  await seesNo(region('Invitations'));
  await sees(heading('Somebody people can turn to'));
  await expect.poll(() => page.getByRole('heading').length).toBe(2);
});

test('says whom the bot cannot reach, and what an admin can do', async () => {
  answers(members(aMember({ ...DIEGO, mail: 'diego.muestra@example.com', hasApp: false, state: 'invited' })));
  await onScreen(people());
  const without = region('1 person doesn’t have Turntable yet');
  await sees(without.getByText(/^What a Teams admin can do/));
  await expect.element(without.getByRole('listitem')).toHaveTextContent('diego.muestra@example.com');
});

const crowd = (count: number): MemberView[] =>
  Array.from({ length: count }, (_, n) =>
    aMember({ person: `p${n}`, name: `Person ${n}`, mail: `p${n}@example.com` }),
  );

test('asks for nobody while a file is on its way, but how far it is', async () => {
  const going = { ...anImport(), state: 'applying' as const };
  const server = answers({ ...members(...crowd(3)), lastImport: { last: going } });
  await onScreen(people());
  await sees(/^Importing people.csv/);
  const before = server.sent('members').length;
  await expect.poll(() => server.sent('lastImport').length, { timeout: 9_000 }).toBeGreaterThan(6);
  expect(server.sent('members').length - before).toBeLessThanOrEqual(1);
  server.now({ ...members(...crowd(5)), lastImport: { last: { ...going, state: 'applied' } } });
  await expect.poll(() => server.sent('members').length).toBeGreaterThan(before);
}, 20_000);
