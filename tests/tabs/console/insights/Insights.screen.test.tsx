import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Insights } from '#tabs/console/insights/Insights.tsx';
import { answers } from '../../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aCohort } from '../given.ts';
import { aCell, figures } from './given.ts';

const write = vi.fn();
const insights = () => <Insights cohort="pilot" name="Finance pilot" onWrite={write} />;
const NOW = '2027-02-10T09:00:00.000Z';
const there = {
  insights: figures(),
  cohorts: { now: NOW, cohorts: [aCohort(), aCohort({ cohort: 'wave', name: 'Wave 1' })] },
};
const PROMISE = 'You never see what a pair says. Figures about how it goes stand for at least five people.';
const textIn = (name: string) => expect.element(region(name));

waitsAndTriesAgain({
  reads: 'insights',
  part: insights,
  given: there,
  there: () => heading('Worth the hour'),
});

test('says each figure in a sentence before it is drawn', async () => {
  answers(there);
  await onScreen(insights());
  await textIn('Worth the hour').toHaveTextContent(
    'January 2027: it was worth the hour for 80% of executives and 90% or more of mentors. It has grown since the first months.',
  );
  await textIn('Did each get their turn?').toHaveTextContent('85% of executives and mentors together');
  await textIn('Confidence gained').toHaveTextContent('Executives2 of 5 → 3.5 of 5');
  await textIn('From invited to met').toHaveTextContent('44 of 48 people who were invited have joined.');
  await textIn('From invited to met').toHaveTextContent('Executives who have signed15 of 20');
  await textIn('From invited to met').toHaveTextContent('Executives who have metMost of 20');
  await textIn('What came of it').toHaveTextContent('18 of 40');
  await sees(PROMISE);
});

test('has a table of each chart, for whoever does not see it', async () => {
  answers(there);
  await onScreen(insights());
  for (const name of [
    'Worth the hour',
    'Could they speak their mind?',
    'Confidence gained',
    'From invited to met',
  ]) {
    await region(name).first().getByText('As a table').click();
    await expect.element(region(name).first().getByRole('table')).toBeVisible();
  }
  const cells = region('Worth the hour').first().getByRole('cell').elements();
  expect(cells.map((cell) => cell.textContent)).toEqual(['60%', '70%', '70%', '80%', '80%', '90% or more']);
});

test('shows one role alone, and what is about both no more', async () => {
  answers(there);
  await onScreen(insights());
  await page.getByRole('radio', { name: 'Mentors', exact: true }).click();
  await textIn('Worth the hour').toHaveTextContent('it was worth the hour for 90% or more of mentors.');
  await textIn('Did each get their turn?').toHaveTextContent('Too few people yet; shown from 5.');
  await textIn('What is not shown').toHaveTextContent('under “Everybody” alone');
});

test('speaks of executives who need a hand, never by a number under five, and leads to writing to all', async () => {
  answers(there);
  await onScreen(insights());
  await textIn('Who may need a hand').toHaveTextContent('5 executives have yet to agree on ground rules.');
  await textIn('Who may need a hand').toHaveTextContent('A few executives, or none, have yet to meet');
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await press('Copy these words: 5 executives have yet to agree on ground rules.');
  await sees('Copied. Paste them into an announcement, and make them yours.');
  expect(copied.mock.calls[0]?.[0]).toMatch(/^Ground rules take ten minutes/);
  await press('Write to everybody: 5 executives have yet to agree on ground rules.');
  expect(write).toHaveBeenCalledOnce();
});

test('says what is not shown, and why', async () => {
  answers(there);
  await onScreen(insights());
  await textIn('What is not shown').toHaveTextContent(
    '1 figure waits until 5 people have answered, and is then shown with the months it waited for: Met as often as they wished',
  );
  await textIn('What is not shown').toHaveTextContent(
    'because 5 of each have not answered: Did each get their turn?',
  );
});

test('puts another cohort of the champion’s beside it, in what was published of each', async () => {
  const server = answers({
    ...there,
    insights: ({ params }) =>
      params.cohort === 'wave' ? figures({ cells: [aCell({ role: 'all', value: 60 })] }) : figures(),
  });
  await onScreen(insights());
  await page.getByRole('radio', { name: 'Wave 1' }).click();
  await textIn('Next to another cohort').toHaveTextContent('Wave 1, Executives and mentors60%');
  server.now({ insights: { state: 'tooFew', needed: 5 } });
});

test('saves the figures of the page as a file, and no others', async () => {
  answers({ ...there, insights: figures({ steps: { signed: [], met: [], learned: [], ripple: [] } }) });
  await onScreen(<Insights cohort="pilot" name="=HYPERLINK(1)" onWrite={write} />);
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:saved';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await press('Save as CSV');
  const lines = (await saved[0]?.text())?.trim().split('\r\n') ?? [];
  expect(lines).toHaveLength(1 + figures().cells.length + 8);
  expect(lines[0]).toContain('"Cohort","Figure","Whose","From","To","Value"');
  expect(lines[1]).toBe(`"'=HYPERLINK(1)","Worth the hour","Executives","2026-11","2026-11","60%"`);
  expect(lines.at(-1)).toContain('"Paired","Mentors","","2027-02-08","20"');
});

test('is dashed while it is too early, and says no number of people but five', async () => {
  answers({ insights: { state: 'tooFew', needed: 5 } });
  await onScreen(insights());
  await sees(heading('Too early to say'));
  await sees(/^Too few people yet; shown from 5\./);
  await sees(PROMISE);
  await seesNo(button('Save as CSV'));
  await expect.poll(() => document.body.textContent).not.toMatch(/[0-46-9]/);
});

test.each(['there', 'tooFew'] as const)('fits a side panel and is accessible: %s', async (state) => {
  answers(state === 'there' ? there : { insights: { state, needed: 5 } });
  await onScreen(insights(), { widthPx: NARROW_PX });
  await sees(heading('Worth the hour'));
  await expectFits();
  await expectAccessible();
});
