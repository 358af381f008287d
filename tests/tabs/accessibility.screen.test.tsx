import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { CohortScreen } from '#tabs/console/CohortScreen.tsx';
import { Home } from '#tabs/home/Home.tsx';
import { Panel } from '#tabs/panel/Panel.tsx';
import { answers } from './answers.ts';
import { aCohort, aFlow, aMember, aPerson, membersOf, peopleOf } from './console/given.ts';
import { aReview } from './console/insights/given.ts';
import { aMe, anEnrolment, aPairCard, aPanel, aPlanning, aProfile } from './given.ts';
import { aClient, expectAccessible, expectFits, onScreen } from './onScreen.tsx';
import { button, heading, region, sees } from './reader.ts';
import { expectWalkable } from './walking.ts';

/** 1280 px at 400 %, as WCAG 1.4.10 has it, and at 200 %. */
const REFLOW_PX = 320;
const DOUBLED_PX = 640;

type Shown = Parameters<typeof onScreen>[1];

const SCREENS: Record<string, (shown?: Shown) => Promise<void>> = {
  Home: async (shown) => {
    answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
    const me = aMe({ enrolments: [anEnrolment()], pairs: [aPairCard()] });
    await onScreen(<Home me={me} go={() => undefined} />, shown);
    await sees(region('Your next step'));
  },
  'the side panel': async (shown) => {
    const where = { meetingId: 'teams-meeting', chatId: 'teams-chat', inSidePanel: true };
    const client = aClient({ ...shown?.client, ...where });
    answers({
      findMeeting: { state: 'yours', pair: 'clara-aisha', occurrence: 'first', partners: ['Aisha'] },
      panel: aPanel(),
    });
    await onScreen(<Panel client={client} />, { ...shown, client });
    await sees(heading('What are you proud of this year?'));
  },
  'the console': async (shown) => {
    answers({
      ...{ cohort: aCohort(), members: membersOf(aMember()), flow: aFlow(), people: peopleOf([aPerson()]) },
      ...{ contacts: { contacts: [] }, lastImport: { last: null }, review: aReview() },
      ...{ runningRound: { running: null, version: '0' }, rounds: { rounds: [] }, wishes: { wishes: [] } },
      ...{ announcements: { announcements: [] }, insights: { state: 'tooFew' as const, needed: 5 } },
      audience: { recipients: 3, notJoined: 0, noApp: 0, leftOut: 0 },
    });
    await onScreen(<CohortScreen cohort="pilot" onBack={() => undefined} />, shown);
    await sees(heading('From an invitation to a first meeting'));
  },
};

const emulate = (name: string, value: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
afterEach(() => emulate('forced-colors', 'none'));

describe.each(Object.keys(SCREENS))('%s', (name) => {
  const show = async (shown?: Shown) => SCREENS[name]?.(shown);

  test('is walked through by the Tab key: every control, in the order of reading, with a focus that is seen', async () => {
    await show();
    await expectWalkable();
  });

  test('is walked through at 320 px, where it needs no scrolling sideways', async () => {
    await show({ widthPx: REFLOW_PX });
    await expectFits();
    await expectWalkable();
  });

  test('fits at 200 %', async () => {
    await show({ widthPx: DOUBLED_PX });
    await expectFits();
    await expectAccessible();
  });

  test('stands the other way round from right to left, with the same walk', async () => {
    await show({ widthPx: REFLOW_PX, client: aClient({ locale: 'ar' }) });
    await expect.poll(() => document.querySelector('[dir="rtl"]')).not.toBeNull();
    await expectFits();
    await expectWalkable();
  });

  test('keeps its controls and the focus in forced colours', async () => {
    await emulate('forced-colors', 'active');
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    await show();
    await expectWalkable();
    await expectAccessible();
  });

  test('moves nothing of its own for somebody who wants less motion', async () => {
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(true);
    await show();
    const lasting = document.getAnimations().filter(({ effect }) => {
      const { duration } = effect?.getComputedTiming() ?? {};
      return Number(duration) > 100;
    });
    expect(lasting.map((one) => one.effect)).toEqual([]);
  });
});

test.each([
  ['the first', ['Never seen', 'Second']],
  ['another', ['First', 'Never seen']],
])('a control whose focus is not seen is found: %s', async (_, shown) => {
  await onScreen(
    shown.map((name) => (
      <button key={name} type="button" style={name === 'Never seen' ? { outline: 'none' } : {}}>
        {name}
      </button>
    )),
  );
  await sees(button('Never seen'));
  await expect(expectWalkable()).rejects.toThrow('looks the same with focus');
});

test('a control behind a trap is found', async () => {
  await onScreen(
    <>
      <button type="button" id="first">
        First
      </button>
      <button type="button" onFocus={() => document.getElementById('first')?.focus()}>
        Trap
      </button>
      <button type="button">Behind</button>
    </>,
  );
  await sees(button('First'));
  await expect(expectWalkable()).rejects.toThrow('never reached');
});
