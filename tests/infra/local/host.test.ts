import { decodeJwt } from 'jose';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocalMeeting } from '#local/contract.ts';
import { findPerson, type SeededPerson } from '#local/teams/people.ts';
import { BOT, MANIFEST_APP_ID, TEAMS_APP_ID, TENANT_ID } from '#local/teams/tenant.ts';
import { type APage, aPage } from './aPage.ts';

/** Microsoft's TeamsJS in an iframe of the real local Teams page, against the real local Teams. */
// A browser on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let here: APage;
let page: Page;

const clara = findPerson('clara') as SeededPerson;
const aisha = findPerson('aisha') as SeededPerson;

beforeAll(async () => {
  here = await aPage();
});
afterAll(() => here?.stop());
afterEach(() => page.close());

/** The tab in the iframe with this title, after `app.initialize`. */
const enter = async (title: string): Promise<Frame> => {
  const element = await page.waitForSelector(`iframe[title="${title}"]`);
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`${title} is no iframe`);
  await frame.waitForFunction(() => window.microsoftTeams);
  await frame.evaluate(() => window.microsoftTeams.app.initialize());
  return frame;
};
const open = async (query: string, title: string): Promise<Frame> => {
  page = await here.open(`?${query}`);
  return enter(title);
};
const openTab = (query = 'left=clara&view=turntable&theme=light') =>
  open(query, 'Turntable tab of Clara Exampleton');

const aRunningMeeting = async (): Promise<LocalMeeting> => {
  const made = await here.local.ask('meetings', { title: 'Clara and Aisha', people: ['clara', 'aisha'] });
  const { id }: LocalMeeting = made.body;
  return (await here.local.ask(`meetings/${encodeURIComponent(id)}/start`, {})).body;
};

describe('the host of the personal tab', () => {
  it('says who looks, where and in which theme and language', async () => {
    const frame = await openTab('left=clara&view=turntable&theme=dark&lang=de-DE');
    const context = await frame.evaluate(() => window.microsoftTeams.app.getContext());
    expect(context).toMatchObject({
      app: { theme: 'dark', locale: 'de-DE', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'home', frameContext: 'content' },
      user: { id: clara.directoryId, tenant: { id: TENANT_ID }, userPrincipalName: clara.mail },
    });
    expect(context.meeting).toBeUndefined();
  });

  it('hands over a token of that person', async () => {
    const frame = await openTab();
    const token = await frame.evaluate(() => window.microsoftTeams.authentication.getAuthToken());
    expect(decodeJwt(token)).toMatchObject({ oid: clara.directoryId, tid: TENANT_ID });
  });

  it('tells of a change of theme without loading the tab anew', async () => {
    const frame = await openTab();
    await frame.evaluate(() => {
      window.themes = [];
      window.microsoftTeams.app.registerOnThemeChangeHandler((theme) => window.themes.push(theme));
    });
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menuitemradio', { name: 'High contrast' }).click();
    await frame.waitForFunction(() => window.themes.includes('contrast'));
  });

  it('lets people be chosen, and nobody', async () => {
    const frame = await openTab();
    const choose = () =>
      frame.evaluate(() =>
        window.microsoftTeams.people.selectPeople({ title: 'Whom?' }).catch((error) => error),
      );
    const chosen = choose();
    const dialog = page.getByRole('dialog', { name: 'Whom?' });
    await dialog.getByRole('checkbox', { name: 'Aisha Specimen' }).check();
    await dialog.getByRole('button', { name: 'Choose' }).click();
    expect(await chosen).toEqual([
      { objectId: aisha.directoryId, displayName: aisha.name, email: aisha.mail },
    ]);
    const nobody = choose();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await nobody).toMatchObject({ errorCode: 8000 });
  });

  it('opens the meeting dialog filled in, and plans the meeting', async () => {
    const frame = await openTab();
    const startMs = Date.now() + 86_400_000;
    const startTime = new Date(startMs).toISOString();
    const endTime = new Date(startMs + 45 * 60_000).toISOString();
    const ask = { subject: 'Our second talk', attendees: [aisha.mail], startTime, endTime };
    await frame.evaluate((ask) => window.microsoftTeams.calendar.composeMeeting(ask), ask);
    const dialog = page.getByRole('dialog', { name: 'New meeting' });
    expect(await dialog.getByRole('checkbox', { name: aisha.name }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Put it in the calendar' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body: meetings } = await here.local.ask('meetings');
    expect(meetings).toContainEqual(
      expect.objectContaining({
        title: 'Our second talk',
        state: 'planned',
        people: ['clara', 'aisha'],
        startsAt: startTime,
        plannedEnd: endTime,
      }),
    );
  });

  it('follows a link to a page of the tab and keeps it in the context', async () => {
    const frame = await openTab();
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'pair/p1' }));
    const link = `https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/home?context=${context}`;
    const before = await frame.frameElement();
    await frame.evaluate((link) => void window.microsoftTeams.app.openLink(link), link);
    await before.waitForElementState('hidden');
    const there = await enter('Turntable tab of Clara Exampleton');
    const context2 = await there.evaluate(() => window.microsoftTeams.app.getContext());
    expect(context2.page.subPageId).toBe('pair/p1');
  });

  it('opens the chat with the bot, and says what a chat with somebody else would hold', async () => {
    const frame = await openTab();
    await frame.evaluate(
      (user) => window.microsoftTeams.chat.openChat({ user, message: 'Shall we walk?' }),
      aisha.mail,
    );
    const dialog = page.getByRole('dialog', { name: 'Chat with Aisha Specimen' });
    await dialog.getByText('Shall we walk?').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await frame.evaluate(
      (link) => void window.microsoftTeams.app.openLink(link),
      `https://teams.microsoft.com/l/chat/0/0?users=${BOT.id}`,
    );
    await page.getByRole('tab', { name: 'Chat', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'Turntable' }).click();
    const again = await enter('Turntable tab of Clara Exampleton');
    await again.evaluate(
      (link) => void window.microsoftTeams.app.openLink(link),
      `https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/conversations`,
    );
    await page.getByRole('tab', { name: 'Chat', selected: true }).waitFor();
  });

  it('tells tabs the id of the catalogue, and leads nowhere by that of the manifest', async () => {
    const frame = await openTab();
    const told = await frame.evaluate(async () =>
      String((await window.microsoftTeams.app.getContext()).app.appId),
    );
    expect(told).toBe(TEAMS_APP_ID);
    const refusal = await frame.evaluate(
      (link) => window.microsoftTeams.app.openLink(link).catch((error: Error) => error.message),
      `https://teams.microsoft.com/l/entity/${MANIFEST_APP_ID}/home`,
    );
    expect(refusal).toContain('not simulated');
  });

  it('refuses what it does not play', async () => {
    const frame = await openTab();
    const refusal = await frame.evaluate(() =>
      window.microsoftTeams.app.openLink('https://example.com/').catch((error: Error) => error.message),
    );
    expect(refusal).toContain('not simulated');
  });
});

describe('the host of the side panel', () => {
  it('knows its meeting for each of two people at once', async () => {
    const meeting = await aRunningMeeting();
    const frame = await open(
      'left=clara&right=aisha&view=meeting&theme=light',
      'Side panel of Clara Exampleton',
    );
    const context = await frame.evaluate(() => window.microsoftTeams.app.getContext());
    expect(context).toMatchObject({
      page: { frameContext: 'sidePanel' },
      meeting: { id: meeting.id },
      chat: { id: meeting.chatId },
      user: { id: clara.directoryId },
    });
    const details = await frame.evaluate(
      () =>
        new Promise((done, fail) =>
          window.microsoftTeams.meeting.getMeetingDetails((error, details) =>
            error ? fail(new Error(String(error.errorCode))) : done(details),
          ),
        ),
    );
    expect(details).toMatchObject({
      details: { id: meeting.id, title: 'Clara and Aisha', scheduledEndTime: meeting.plannedEnd },
      conversation: { id: meeting.chatId },
      organizer: { id: clara.directoryId, tenantId: TENANT_ID },
    });
    const other = await enter('Side panel of Aisha Specimen');
    const hers = await other.evaluate(() => window.microsoftTeams.app.getContext());
    expect(hers.user?.id).toBe(aisha.directoryId);
    expect(await page.locator('iframe[title^="Side panel"]').first().boundingBox()).toMatchObject({
      width: 280,
    });
  });
});
