import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportForm } from '#tabs/console/people/ImportForm.tsx';
import { answers, type ImportView, pending, problem, type Script } from '../../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { alert, button, heading, press, says, sees, seesNo } from '../../reader.ts';
import { anImport } from '../given.ts';

const CSV = 'name,mail,role\nJörg Müller,joerg@example.com,mentor\n';
const would = anImport;
const form = (isFirst = true) => <ImportForm cohort="pilot" isFirst={isFirst} />;
const isFine = 'people.csv is fine: 1 new, 0 changed, 0 as they are.';
/** The server as it stands while this import is its last. */
const lastIs = (last: ImportView | null, more: Script = {}): Script => ({ lastImport: { last }, ...more });
const nothingYet = (more: Script) => answers(lastIs(null, more));

async function chooseFile(bytes: Uint8Array<ArrayBuffer> = new TextEncoder().encode(CSV)): Promise<void> {
  await sees(button('Choose a CSV file'));
  const file = new File([bytes], 'people.csv', { type: 'text/csv' });
  await userEvent.upload(page.getByLabelText('CSV file', { exact: true }), file);
}

test('a file is checked first, and imported when that was wanted', async () => {
  const server = nothingYet({ checkImport: would(), confirmImport: would({ state: 'applying', done: 0 }) });
  await onScreen(form());
  await sees(button('Choose a CSV file'));
  server.now(lastIs(would()));
  await chooseFile();
  await sees(isFine);
  expect(server.sent('checkImport').map(({ query }) => query)).toEqual([{ name: 'people.csv' }]);
  server.now(lastIs(would({ state: 'applied' })));
  await press('Import these people');
  await sees('Done: 1 new, 0 changed, 0 as they were.');
  expect(server.sent('confirmImport').map(({ params }) => params.import)).toEqual(['i1']);
  await seesNo(button('Import these people'));
});

test('the bytes of a file are sent as they are, whatever they say', async () => {
  const server = nothingYet({ checkImport: would() });
  await onScreen(form());
  const bytes = Uint8Array.from([...new TextEncoder().encode('name\nJ'), 0xf6, 0x72, 0x67]);
  await chooseFile(bytes);
  await expect.poll(() => server.sent('checkImport').map(({ body }) => [...body])).toEqual([[...bytes]]);
});

test('is not imported when it was not wanted', async () => {
  const server = answers(lastIs(would(), { discardImport: undefined }));
  await onScreen(form());
  await sees(isFine);
  server.now(lastIs(null));
  await press('Cancel');
  await seesNo(isFine);
  expect(server.sent('discardImport').map(({ params }) => params.import)).toEqual(['i1']);
  expect(server.sent('confirmImport').length).toBe(0);
});

test('every problem of a file is listed with its place, and how many more there are', async () => {
  nothingYet({
    checkImport: problem(
      422,
      'The file has problems.',
      [
        { where: 'line 2, column mail', what: 'is not a mail address' },
        { where: 'line 3, column role', what: 'is neither mentor nor executive' },
      ],
      49_900,
    ),
  });
  await onScreen(form());
  await chooseFile();
  await says(/^people\.csv has 49,902 problems\. Nothing was imported\./);
  expect(alert().getByRole('listitem').length).toBe(2);
  await sees('line 3, column role');
  await sees('And 49,900 more like these.');
  await seesNo(button('Import these people'));
});

test('bad lines are left out when that is wanted, and listed before and after', async () => {
  const why = [{ where: 'line 2, column mail', what: 'is not a mail address' }];
  const partly = would({ leftOut: 102, problems: why, more: 101 });
  const server = nothingYet({
    checkImport: ({ query }) => (query.lines === 'good' ? partly : problem(422, 'Bad.', why, 101, 1)),
  });
  await onScreen(form());
  await chooseFile();
  await says(/^people\.csv has 102 problems\. Nothing was imported\./);
  server.now(lastIs(partly, { confirmImport: would({ ...partly, state: 'applying', done: 0 }) }));
  await press('Leave these lines out and go on');
  await sees('Without the lines below, people.csv is fine: 1 new, 0 changed, 0 as they are.');
  await sees('102 lines stay out:');
  await sees('line 2, column mail');
  await sees('And 101 more like these.');
  await expectAccessible();
  server.now(lastIs({ ...partly, state: 'applied' }));
  await press('Import these people');
  await sees(/^102 lines stayed out\./);
  await sees('line 2, column mail');
});

test('a file may be chosen again after a refusal', async () => {
  const server = nothingYet({ checkImport: problem(0) });
  await onScreen(form());
  await chooseFile();
  await says(/We can’t reach Turntable just now/);
  server.now(lastIs(would(), { checkImport: would() }));
  await chooseFile();
  await sees(isFine);
  await seesNo(alert());
});

test('cannot be imported twice at once', async () => {
  const server = answers(lastIs(would(), { confirmImport: pending }));
  await onScreen(form());
  await press('Import these people');
  await button('Import these people').click({ force: true });
  expect(server.sent('confirmImport').length).toBe(1);
});

test('a large file shows how far it is, also to whoever opens the page meanwhile, and then its end', async () => {
  const going = would({ state: 'applying', lines: 50_000, done: 12_400, added: 50_000 });
  const server = answers(lastIs(going));
  await onScreen(form());
  await sees('Importing people.csv: 12,400 of 50,000 people.');
  await sees('You can leave this page, it goes on by itself.');
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '12400');
  server.now(lastIs({ ...going, state: 'applied', done: 50_000 }));
  await sees('Done: 50,000 new, 0 changed, 0 as they were.');
});

test('a server that is away is no end: the page waits and goes on', async () => {
  const going = would({ state: 'checking', lines: 50_000, done: 800 });
  const server = answers(lastIs(going));
  await onScreen(form());
  await sees('Checking people.csv: 800 of 50,000 people.');
  server.now({ lastImport: problem(0) });
  await sees('Turntable doesn’t answer just now. What was begun goes on as soon as it does.');
  server.now(lastIs(would({ lines: 50_000, added: 50_000 })));
  await sees('people.csv is fine: 50,000 new, 0 changed, 0 as they are.');
});

test('what only the whole of a large file told is said when the page is opened later', async () => {
  const where = 'line 14, column role';
  answers(lastIs(would({ state: 'refused', problems: [{ where, what: 'was invited in another role' }] })));
  await onScreen(form());
  await says(/^people\.csv has one problem\. Nothing was imported\./);
  await sees(where);
});

test('asks whether the letters look right where the file does not say', async () => {
  answers(lastIs(would({ encoding: 'windows-1252', ignored: ['Phone', 'Style'] })));
  await onScreen(form());
  await sees(/it was read as Windows-1252.*“Jörg Müller”/);
  await sees('Not used, and not kept: Phone, Style.');
});

test('says which columns are left out because Turntable keeps none of their kind', async () => {
  answers(lastIs(would({ neverKept: ['Birth date', 'Sex'] })));
  await onScreen(form());
  await sees(/^Columns “Birth date”, “Sex” are left out: Turntable keeps no age, birth/);
});

test('an import that does not end can be tried again, or left', async () => {
  const stuck = would({ state: 'applying', done: 0, isStuck: true });
  const server = answers(lastIs(stuck, { confirmImport: stuck, discardImport: undefined }));
  await onScreen(form());
  await sees(/^This takes longer than it should/);
  await press('Try again');
  await expect.poll(() => server.sent('confirmImport').length).toBe(1);
  server.now(lastIs(null));
  await press('Leave it');
  await seesNo(button('Try again'));
  expect(server.sent('discardImport').map(({ params }) => params.import)).toEqual(['i1']);
});

test('a file in which everybody is here already is not imported again', async () => {
  nothingYet({ checkImport: would({ state: 'applied', added: 0, unchanged: 1 }) });
  await onScreen(form(false));
  await chooseFile();
  await sees('Everybody in people.csv is here already, just as the file says. There is nothing to import.');
});

test.each([
  ['on its way', would({ state: 'applying', file: `${'people-'.repeat(12)}.csv`, lines: 50_000, done: 7 })],
  ['checked', would({ encoding: 'windows-1252', ignored: ['Phone'.repeat(20)] })],
  [
    'refused',
    would({ state: 'refused', problems: [{ where: 'line 2', what: 'x'.repeat(70) }], more: 49_999 }),
  ],
])('fits a narrow page and can be read by everybody: %s', async (_, last) => {
  answers(lastIs(last));
  await onScreen(form(), { widthPx: NARROW_PX });
  await sees(page.getByText(last.file).first());
  await expectFits();
  await expectAccessible();
});

test('says that more people can be added later', async () => {
  nothingYet({});
  await onScreen(form(false));
  await sees(heading('Import more people'));
});
