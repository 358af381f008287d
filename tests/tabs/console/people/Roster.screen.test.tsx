import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Roster } from '#tabs/console/people/Roster.tsx';
import { answers, type PersonView, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { AISHA, aFlow, aPerson, DIEGO, HENRIK, peopleOf } from '../given.ts';

const roster = () => <Roster cohort="pilot" name="Finance pilot" members={4} />;
const four = [
  aPerson(),
  aPerson({ ...AISHA, role: 'mentor', standing: 'invited', canAskAgain: true }),
  aPerson({ ...HENRIK, standing: 'paired' }),
  aPerson({ ...DIEGO, role: 'mentor', standing: 'imported', hasApp: false, department: 'Treasury' }),
];
const given = (list: readonly PersonView[] = four, atOnce = 100) => ({
  people: peopleOf(list, atOnce),
  flow: aFlow(),
});
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

waitsAndTriesAgain({
  reads: 'people',
  part: roster,
  given: given(),
  there: () => button('Clara Exampleton'),
});

test('says how far everybody is, and offers to invite whoever may be invited again', async () => {
  answers(given());
  await onScreen(roster());
  for (const [name, said] of [
    ['Clara Exampleton', 'Has nobody yet'],
    ['Aisha Specimen', 'Invited Mon, Nov 2'],
    ['Henrik Eksempel', 'Paired'],
    ['Diego Muestra', 'No app yet'],
  ] as const)
    await expect.element(row(name)).toHaveTextContent(said);
  expect(page.getByRole('button', { name: /^Invite again: / }).length).toBe(1);
  await sees('4 of 4 shown');
});

test('asks one, those who were ticked, or all who have not joined', async () => {
  const server = answers({ ...given(), askAgain: undefined });
  await onScreen(roster());
  await press('Invite again: Aisha Specimen');
  await expect.poll(() => server.sent('askAgain').at(-1)?.body).toEqual({ members: ['aisha'] });
  await page.getByRole('checkbox', { name: 'Choose Aisha Specimen' }).click();
  await sees('1 chosen');
  await press('Choose all 6 who have not joined');
  await sees('6 chosen');
  await press('Invite again');
  await expect.poll(() => server.sent('askAgain').at(-1)?.body).toEqual({ members: 'unanswered' });
  await sees(/^Invited again\./);
  await seesNo('6 chosen');
});

test('says why somebody was not asked', async () => {
  answers({ ...given(), askAgain: problem(410, 'This cohort has ended.') });
  await onScreen(roster());
  await press('Invite again: Aisha Specimen');
  await says('This cohort has ended.');
});

test('shows the dates of a person and what is kept of a list, and nothing of what they said', async () => {
  answers(given([aPerson({ attributes: [{ name: 'Style', value: 'Blue' }] })]));
  await onScreen(roster());
  await press('Clara Exampleton');
  const drawer = page.getByRole('dialog');
  await expect.element(drawer).toHaveTextContent('Joined');
  await expect.element(drawer).toHaveTextContent('November 3, 2026');
  await expect.element(drawer).toHaveTextContent('StyleBlue');
  await expectFits();
  await press('Close');
  await expect.element(drawer).not.toBeInTheDocument();
});

test('says who is on leave and until when, and lets a champion say that they are back', async () => {
  const server = answers({ ...given([aPerson({ awayUntil: '2027-01-11' })]), sayBack: undefined });
  await onScreen(roster());
  await expect.element(row('Clara Exampleton')).toHaveTextContent('On leave until Mon, Jan 11');
  await press('Clara Exampleton');
  const drawer = page.getByRole('dialog');
  await expect.element(drawer).toHaveTextContent('Back from leave onJanuary 11, 2027');
  await press('They are back already');
  await expect.element(drawer).not.toBeInTheDocument();
  expect(server.sent('sayBack').map(({ params }) => params.member)).toEqual(['clara']);
});

const crowd = Array.from({ length: 90 }, (_, n) =>
  aPerson({ person: `p${n}`, name: `Person ${n}`, mail: `p${n}@example.com` }),
);

test('reads page after page, and goes on by itself until who is looked for is found', async () => {
  const server = answers(given(crowd, 20));
  await onScreen(<Roster cohort="pilot" name="Finance pilot" members={90} />, { widthPx: NARROW_PX });
  await sees('20 of 90 shown');
  await expect.element(page.getByText(/^Names stand in order within each part/)).not.toBeInTheDocument();
  await press('Show more');
  await sees('40 of 90 shown');
  await sees(/^Names stand in order within each part/);
  await expectFits();
  await page.getByRole('searchbox').fill('Person 89');
  await sees('1 found.');
  await sees(button('Person 89'));
  expect(server.sent('people').at(-1)?.query).toMatchObject({ find: 'Person 89', from: '80' });
});

test('filters by role, state, department and place', async () => {
  const server = answers(given());
  await onScreen(roster());
  await page.getByLabelText('Role').selectOptions('mentor');
  await seesNo(button('Clara Exampleton'));
  await page.getByLabelText('State').selectOptions('Not invited yet');
  await seesNo(button('Aisha Specimen'));
  await page.getByLabelText('Department').fill('treas');
  await expect
    .poll(() => server.sent('people').at(-1)?.query)
    .toMatchObject({ role: 'mentor', standing: 'imported', department: 'treas' });
  await sees('1 found.');
  await sees(button('Diego Muestra'));
});

test('saves everybody as a file, page after page', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const clara = aPerson({ attributes: [{ name: '+Style', value: '=Blue' }] });
  answers({
    ...given(),
    peopleFile: ({ query }) =>
      query.from
        ? { people: [{ ...aPerson({ ...AISHA, name: '=HYPERLINK("x")' }), manager: '' }], looked: 1 }
        : { people: [{ ...clara, manager: 'Gabriel Exemple' }], looked: 1, next: 'clara' },
  });
  await onScreen(roster());
  await press('Save as CSV');
  await expect.poll(() => made.mock.calls.length).toBe(1);
  const [file] = made.mock.calls[0] ?? [];
  const lines = (await (file as Blob).text()).split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('"2026-11-03"');
  expect(lines[1]).toContain('"Gabriel Exemple"');
  expect(lines[2]).toMatch(/^"'=HYPERLINK/);
  expect(lines.map((line) => line.split(',').at(-1))).toEqual([`"'+Style"`, `"'=Blue"`, '""', '']);
  made.mockRestore();
});
