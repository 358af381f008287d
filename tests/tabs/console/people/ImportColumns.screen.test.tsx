import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportForm } from '#tabs/console/people/ImportForm.tsx';
import { answers, problem, type Script } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, says, sees, seesNo } from '../../reader.ts';
import { anImport } from '../given.ts';

const unknown = {
  columns: [
    { place: 3, name: 'Style', samples: ['Blue', 'Red'], isRefused: false, keptFor: '' },
    { place: 4, name: 'Section', samples: ['Finance'], isRefused: false, keptFor: '' },
    { place: 5, name: 'Geburtstag', samples: ['12.03.1969'], isRefused: true, keptFor: '' },
  ],
  open: ['department' as const, 'location' as const],
};
const given = (more: Script = {}) =>
  answers({ lastImport: { last: null }, importColumns: unknown, checkImport: anImport(), ...more });

async function chooseFile(): Promise<void> {
  await sees(button('Choose a CSV file'));
  const file = new File(['Name,Mail,Role,Style,Section,Geburtstag\n'.repeat(9_000)], 'people.csv', {
    type: 'text/csv',
  });
  await userEvent.upload(page.getByLabelText('CSV file', { exact: true }), file);
}
const optionsOf = (label: string) =>
  [...(page.getByLabelText(label).element() as HTMLSelectElement).options].map(({ text }) => text);

test('asks what columns are, keeps what is ticked for a reason, and sends the file once', async () => {
  const server = given();
  await onScreen(<ImportForm cohort="pilot" isFirst />, { widthPx: NARROW_PX });
  await chooseFile();
  await sees(heading('Columns we don’t know'));
  await sees('For example: Blue · Red');
  expect(server.sent('checkImport')).toEqual([]);
  expect(server.sent('importColumns')[0]?.body.length).toBe(131_072);
  expect(optionsOf('Geburtstag')).toEqual(['Not kept', 'The department', 'The location']);
  await page.getByLabelText('Section').selectOptions('The department');
  await expect
    .poll(() => optionsOf('Style'))
    .toEqual(['Not kept', 'The location', 'Keep it beside the people']);
  await page.getByLabelText('Style').selectOptions('Keep it beside the people');
  await press('Check the list');
  await says('Please write in one sentence why these columns are kept.');
  await expectFits();
  await page.getByLabelText('Why these are kept').fill('To mix styles');
  server.now({ lastImport: { last: anImport() } });
  await press('Check the list');
  await sees(button('Import these people'));
  expect(server.sent('checkImport').map(({ query }) => query)).toEqual([
    { name: 'people.csv', columns: '3:keep,4:department', why: 'To mix styles' },
  ]);
  await seesNo(heading('Columns we don’t know'));
});

test('has what is kept already stay so, with its reason', async () => {
  const columns = unknown.columns.map((one) =>
    one.name === 'Style' ? { ...one, keptFor: 'To mix styles' } : one,
  );
  const server = given({ importColumns: { ...unknown, columns } });
  await onScreen(<ImportForm cohort="pilot" isFirst={false} />);
  await chooseFile();
  await sees('Kept so far. For example: Blue · Red');
  server.now({ lastImport: { last: anImport() } });
  await press('Check the list');
  await sees(button('Import these people'));
  expect(server.sent('checkImport')[0]?.query).toEqual({
    ...{ name: 'people.csv', columns: '3:keep', why: '' },
  });
});

test('reads nothing of them where nothing is said, and nothing at all where it is left', async () => {
  const server = given();
  await onScreen(<ImportForm cohort="pilot" isFirst />);
  await chooseFile();
  await press('Cancel');
  await seesNo(heading('Columns we don’t know'));
  await chooseFile();
  await press('Check the list');
  await expect
    .poll(() => server.sent('checkImport').map(({ query }) => query))
    .toEqual([{ name: 'people.csv' }]);
});

test('asks nothing where all that is unknown may not be kept, and says why a file cannot be read', async () => {
  const [, , birthday] = unknown.columns;
  const server = given({ importColumns: { columns: birthday ? [birthday] : [], open: ['location'] } });
  await onScreen(<ImportForm cohort="pilot" isFirst />);
  await chooseFile();
  await expect.poll(() => server.sent('checkImport').length).toBe(1);
  server.now({ importColumns: problem(503, 'We have trouble just now.') });
  await chooseFile();
  await says('We have trouble just now.');
});
