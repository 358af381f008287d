import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '#tabs/home/App.tsx';
import { LEAVES, UNREAD } from '#tabs/primer/leaves.ts';
import Primer from '#tabs/primer/Primer.tsx';
import { answers, type Me } from '../answers.ts';
import { aMe, anEnrolment, aPairCard, aPlanning, aProfile } from '../given.ts';
import { aClient, expectAccessible, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, sees, seesNo, words } from '../reader.ts';

const go = vi.fn();
const asMentor: Partial<Me> = {
  enrolments: [anEnrolment({ role: 'mentor' })],
  pairs: [aPairCard({ role: 'mentor', partners: [{ firstName: 'Diego' }] })],
};
const asExecutive: Partial<Me> = { enrolments: [anEnrolment()], pairs: [aPairCard()] };
const app = (place: string) => <App client={aClient({ place })} />;
const opened = (said: Partial<Me>, place: string) => {
  const server = answers({
    ...{ me: aMe(said), profile: aProfile(), searches: { searches: [] }, planning: aPlanning() },
  });
  return onScreen(app(place)).then(() => server);
};
const alone = (said: Partial<Me>, pair?: string) => (
  <Primer me={aMe(said)} {...(pair && { pair })} bookmarks={UNREAD} onTurn={() => undefined} go={go} />
);
const pages = () => page.getByRole('navigation', { name: 'The five pages' });

test.each([
  [asMentor, 'For mentors · read it now or in pieces', 'You lead, and that is meant'],
  [asExecutive, 'For executives · read it now or in pieces', 'Come to learn, not to advise'],
  [
    { enrolments: [anEnrolment({ role: 'mentor' })] },
    'For mentors · read it now or in pieces',
    'You lead, and that is meant',
  ],
] as const)('is written for the role somebody has', async (said, lead, title) => {
  await onScreen(alone(said as Partial<Me>));
  await sees(heading('Five minutes before you meet'));
  await sees(lead);
  await sees(heading(title));
});

test('speaks of whom it was opened for, and in the role somebody has with them', async () => {
  const both = {
    ...{ enrolments: [anEnrolment()] },
    pairs: [
      aPairCard(),
      aPairCard({
        pair: 'three',
        role: 'mentor',
        partners: [{ firstName: 'Diego' }, { firstName: 'Meera' }],
      }),
    ],
  };
  await onScreen(alone(both, 'three'));
  await sees(heading('Five minutes before you meet Diego and Meera'));
  await sees('For mentors · read it now or in pieces');
  await press('Back to your space');
  expect(go.mock.calls).toEqual([[{ at: 'pair', pair: 'three' }]]);
});

test('a pair that somebody is not in, or that has ended, is not spoken of', async () => {
  await onScreen(alone(asExecutive, 'of-others'));
  await sees(heading('Five minutes before you meet'));
  await onScreen(alone({ pairs: [aPairCard({ state: 'ended' })] }, 'clara-aisha'));
  await sees(heading('Five minutes before you meet'));
});

test('a link begins at its title; turning a page begins at that page, on and back', async () => {
  await opened(asExecutive, 'primer/clara-aisha');
  await expect.element(heading('Five minutes before you meet Aisha')).toHaveFocus();
  await sees('1 of 5');
  await seesNo(button('Back'));
  await press('Next: The first ten minutes');
  await expect.element(heading('Ten minutes to arrive')).toHaveFocus();
  await sees('2 of 5');
  await press('Back');
  await expect.element(heading('Come to learn, not to advise')).toHaveFocus();
});

test('every page of each role says three lines, one question, what helps and what hinders', async () => {
  for (const said of [asMentor, asExecutive]) {
    await opened(said, 'primer');
    for (const [at] of LEAVES.entries()) {
      await sees(`${at + 1} of 5`);
      await expect.poll(() => page.getByRole('blockquote').length).toBe(1);
      await expect.poll(() => page.getByRole('article').element().querySelectorAll('p').length).toBe(1 + 3);
      await expect.poll(() => page.getByRole('article').getByRole('listitem').length).toBe(4);
      if (at < LEAVES.length - 1) await page.getByRole('button', { name: /^Next: / }).click();
    }
    await expectAccessible();
  }
});

test('any page is a press away, and it says which one is open', async () => {
  await opened(asMentor, 'primer');
  await pages().getByRole('button', { name: 'Listen first' }).click();
  await expect.element(heading('Listen first, then show')).toHaveFocus();
  await expect
    .element(pages().getByRole('button', { name: 'Listen first' }))
    .toHaveAttribute('aria-current', 'page');
  await expect.poll(() => pages().element().querySelectorAll('[aria-current]').length).toBe(1);
});

test('is left at any page, found again there from Home, and nothing of it is sent', async () => {
  const server = await opened(asExecutive, 'primer');
  await pages().getByRole('button', { name: 'Listen longer' }).click();
  await press('Skip');
  await sees(heading('Hello Clara'));
  await press('Five minutes before you meet');
  await sees(heading('Listen a little longer'));
  await expect.element(heading('Listen a little longer')).not.toHaveFocus();
  expect(server.sent('saveSettings')).toEqual([]);
  await sees(/^Nobody learns whether you read this/);
});

test('ends where it came from, and shows whom to turn to on the page for when it feels stuck', async () => {
  await opened(asMentor, 'primer');
  await seesNo(button('Raise a concern'));
  await pages().getByRole('button', { name: 'When it feels stuck' }).click();
  await sees(button('Raise a concern'));
  await press('Done');
  await sees(heading('Hello Clara'));
});

test('each may read what the other reads', async () => {
  await opened(asMentor, 'primer');
  await press('See what executives read');
  await expect.element(heading('Come to learn, not to advise')).toHaveFocus();
  await sees('For executives · read it now or in pieces');
  await press('See what mentors read');
  await sees(heading('You lead, and that is meant'));
});

test('a keyboard goes through it', async () => {
  await opened(asExecutive, 'primer');
  await expect.element(heading('Five minutes before you meet')).toHaveFocus();
  await userEvent.tab();
  await expect.element(button('Skip')).toHaveFocus();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Ten minutes to arrive')).toHaveFocus();
});

test('is offered to whoever takes part, and to nobody else', async () => {
  await opened({ enrolments: [anEnrolment({ state: 'invited' })] }, '');
  await sees(heading('Hello Clara'));
  await sees(button('Raise a concern'));
  await seesNo(button('Five minutes before you meet'));
});

test('fits a side panel with the longest of names, each page large enough to be pressed', async () => {
  const partners = [{ firstName: 'Wolfeschlegelsteinhausenbergerdorff' }];
  await onScreen(alone({ pairs: [aPairCard({ partners })] }, 'clara-aisha'), { widthPx: NARROW_PX });
  await sees(words('1 of 5'));
  await expectFits();
  for (const one of pages().getByRole('button').elements()) {
    const { width, height } = one.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
  }
});
