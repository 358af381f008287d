import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportForm } from '#tabs/console/people/ImportForm.tsx';
import { answers, pending, problem } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { alert, button, heading, press, says, sees, seesNo } from '../../reader.ts';

const CSV = 'name,mail,role\nMeera Namoona,meera.namoona@example.com,mentor\n';
const would = { added: 1, changed: 0, unchanged: 0 };
const form = (isFirst = true) => <ImportForm cohort="pilot" isFirst={isFirst} />;
const isFine = 'people.csv is fine: 1 new, 0 changed, 0 as they are.';

async function chooseFile(): Promise<void> {
  await sees(button('Choose a CSV file'));
  const file = new File([CSV], 'people.csv', { type: 'text/csv' });
  await userEvent.upload(page.getByLabelText('CSV file', { exact: true }), file);
}

test('a file is checked first, and imported when that was wanted', async () => {
  const server = answers({ importMembers: would });
  await onScreen(form());
  await chooseFile();
  await sees(isFine);
  expect(server.sent('importMembers').map(({ body }) => body)).toEqual([{ csv: CSV, check: true }]);
  await press('Import these people');
  await sees('Done: 1 new, 0 changed, 0 as they were.');
  expect(server.sent('importMembers').map(({ body }) => body.check)).toEqual([true, false]);
  await seesNo(button('Import these people'));
});

test('is not imported when it was not wanted', async () => {
  const server = answers({ importMembers: would });
  await onScreen(form());
  await chooseFile();
  await press('Cancel');
  await seesNo(isFine);
  expect(server.sent('importMembers').length).toBe(1);
});

test('every problem of a file is listed with its place', async () => {
  answers({
    importMembers: problem(422, 'The file has problems.', [
      { where: 'line 2, column mail', what: 'is not a mail address' },
      { where: 'line 3, column role', what: 'is neither mentor nor executive' },
    ]),
  });
  await onScreen(form());
  await chooseFile();
  await says(/^people\.csv has 2 problems\. Nothing was imported\./);
  expect(alert().getByRole('listitem').length).toBe(2);
  await sees('line 3, column role');
  await seesNo(button('Import these people'));
});

test('a file may be chosen again after a refusal', async () => {
  const server = answers({ importMembers: problem(0) });
  await onScreen(form());
  await chooseFile();
  await says(/We can’t reach Turntable just now/);
  server.now({ importMembers: would });
  await chooseFile();
  await sees(isFine);
  await seesNo(alert());
});

test('cannot be imported twice at once', async () => {
  const server = answers({ importMembers: would });
  await onScreen(form());
  await chooseFile();
  await sees(isFine);
  server.now({ importMembers: pending });
  await press('Import these people');
  await button('Import these people').click({ force: true });
  expect(server.sent('importMembers').length).toBe(2);
});

test('says that more people can be added later', async () => {
  await onScreen(form(false));
  await sees(heading('Import more people'));
});
