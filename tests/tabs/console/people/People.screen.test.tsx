import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { People } from '#tabs/console/people/People.tsx';
import { answers, type MemberView } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { heading, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { AISHA, aMember, DIEGO, HENRIK } from '../given.ts';

const people = () => <People cohort="pilot" />;
const members = (...list: MemberView[]) => ({ members: { members: list }, lastImport: { last: null } });
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

waitsAndTriesAgain({
  reads: 'members',
  part: people,
  given: members(aMember()),
  there: () => heading('1 person has Turntable'),
});

test('begins with a list to import, and nothing else', async () => {
  answers(members());
  await onScreen(people());
  await sees(heading('Import people'));
  await seesNo(region('Invitations'));
  expect(page.getByRole('heading').length).toBe(1);
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
