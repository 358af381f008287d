import { readFileSync } from 'node:fs';
import type { CohortView, MemberView } from '#api/contract/cohorts.ts';
import type { Contacts, ContactView } from '#api/contract/contacts.ts';
import type { Me } from '#api/contract/me.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import type { ImportView, LastImport } from '#api/contract/roster/imports.ts';
import type { ChatMessage } from '#local/contract.ts';
import { wordsFor } from '#words/words.ts';
import type { Cast } from './cast.ts';
import { type Button, buttonsOf, type Person, textOf } from './people.ts';

const NAME = 'Finance pilot';
const DAY_MS = 86_400_000;
const MOST_TURNS = 24;
const words = wordsFor('en');
const csv = readFileSync('infra/local/finance-pilot.csv', 'utf8');

const findCohort = async ({ noor }: Cast): Promise<CohortView | undefined> =>
  (await noor.ask<{ cohorts: CohortView[] }>('GET /api/cohorts')).cohorts.find(({ name }) => name === NAME);

export async function cohortOf(cast: Cast): Promise<string> {
  const cohort = await findCohort(cast);
  if (!cohort) throw new Error('There is no cohort.');
  return cohort.cohort;
}

export async function createCohort(cast: Cast): Promise<void> {
  if (await findCohort(cast)) return;
  const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  await cast.noor.ask('POST /api/cohorts', {
    ...{ name: NAME, kind: 'pilot', startsOn: dayAfter(0), endsOn: dayAfter(180) },
  });
}

/** Has a file checked, says yes to it, and waits until everybody is in. */
export async function importCsv(cast: Cast, cohort: string, file: string): Promise<void> {
  const route = `/api/cohorts/${cohort}/import`;
  const bytes = new TextEncoder().encode(file);
  const { last } = await cast.noor.ask<LastImport>(`GET ${route}`);
  // Whoever begins again after a crash finds what was begun before.
  if (last?.state !== 'applying') {
    const checked = await cast.noor.ask<ImportView>(`POST ${route}?name=people.csv`, bytes);
    if (checked.state !== 'applied') await cast.noor.ask(`POST ${route}/${checked.import}/confirmation`);
  }
  await cast.settle();
}

export async function importPeople(cast: Cast): Promise<void> {
  await importCsv(cast, await cohortOf(cast), csv);
}

export const membersOf = async (cast: Cast): Promise<MemberView[]> =>
  (await cast.noor.ask<{ members: MemberView[] }>(`GET /api/cohorts/${await cohortOf(cast)}/members`))
    .members;

const contactIn = async ({ noor }: Cast, cohort: string): Promise<ContactView | undefined> =>
  (await noor.ask<Contacts>(`GET /api/cohorts/${cohort}/contacts`)).contacts.find(
    ({ seat }) => seat === 'contact',
  );

/** Names Hana as whom people can turn to. */
export async function nameContact(cast: Cast, cohort: string): Promise<void> {
  const body = { mail: 'hana.vzorova@turntable.example' };
  if (!(await contactIn(cast, cohort)))
    await cast.noor.ask(`PUT /api/cohorts/${cohort}/contacts/contact`, body);
  await cast.settle();
}

/** Hana says yes on the card; she is asked once more, on purpose, where nobody knows whether it arrived. */
export async function acceptToBeContact(cast: Cast, cohort: string): Promise<void> {
  await cast.until('Hana accepts', async () => {
    const contact = await contactIn(cast, cohort);
    if (contact?.state === 'accepted') return true;
    const button = await cast.hana.findButton('contact.answer', { cohort, answer: 'accept' });
    if (button) await cast.hana.press(button);
    else if (contact?.delivery === 'unknown')
      await cast.noor.ask(`PUT /api/cohorts/${cohort}/contacts/contact`, { person: contact.person });
    return false;
  });
  await cast.settle();
}

/** Nothing new begins in a cohort before somebody has accepted. */
export async function giveContact(cast: Cast, cohort: string): Promise<void> {
  await nameContact(cast, cohort);
  await acceptToBeContact(cast, cohort);
}

export async function inviteEverybody(cast: Cast): Promise<void> {
  await cast.noor.ask(`POST /api/cohorts/${await cohortOf(cast)}/invitations`, {});
  await cast.settle();
}

/** Presses *join*. Whose invitation may not have arrived is invited once more, by the champion, on purpose. */
export async function join(cast: Cast, who: Person): Promise<void> {
  const cohort = await cohortOf(cast);
  await cast.until(`${who.key} joins`, async () => {
    const { enrolments } = await who.ask<Me>('GET /api/me');
    if (enrolments.some((mine) => mine.cohort === cohort && mine.state === 'joined')) return true;
    const button = await who.findButton('enrolment.answer', { cohort, answer: 'join' });
    if (button) await who.press(button);
    else await inviteAgain(cast, who);
    return false;
  });
  await cast.settle();
}

async function inviteAgain(cast: Cast, who: Person): Promise<void> {
  const mail = `${who.key}.`;
  const member = (await membersOf(cast)).find((one) => one.mail.startsWith(mail));
  if (member?.delivery !== 'unknown') return;
  await cast.noor.ask(`POST /api/cohorts/${await cohortOf(cast)}/invitations`, { members: [member.person] });
  await cast.settle();
}

/** What each answers to the questions that ask for more than a button. */
const ANSWERS: Record<string, Record<string, string>> = {
  clara: { wants: 'generative AI, and how it feels to work on the phone all day', offers: 'strategy' },
  diego: { wants: 'short video and social media', offers: 'decision making and negotiation' },
  aisha: { offers: 'generative AI and prompting', wants: 'strategy and careers', interests: 'cooking' },
  meera: { offers: 'social media, short video, content', wants: 'how decisions are made' },
};
/** And what they tick instead. */
const TICKS: Record<string, Record<string, string>> = { diego: { interests: 'interests travel' } };
const ROLES = ['executive', 'mentor'];
const QUESTIONS: [string, string][] = [
  ...['wants', 'offers'].flatMap((step) =>
    ROLES.map((role): [string, string] => [step, words(`enrolment:ask.${step}.${role}`)]),
  ),
  ['interests', words('enrolment:ask.interests')],
];

/**
 * Answers what is asked until the bot says that this is all, in free text and by buttons. Where the bot owes an
 * answer, somebody simply says it again; who has lost the thread asks to continue.
 */
export async function tellAboutThemselves(cast: Cast, who: Person): Promise<void> {
  for (let turn = 1; turn <= MOST_TURNS; turn++) {
    const said = (await who.chat()).filter(({ from }) => from === 'bot');
    if (said.some(isLastWord)) return cast.settle();
    const last = said.at(-1);
    const done = findButton(last, 'done');
    if (done && (await isKnown(who))) {
      await who.press(done);
      return cast.settle();
    }
    await answerTo(who, last, done ? 'start again' : 'continue');
  }
  const said = (await who.chat()).slice(-6).map((message) => `${message.from}: ${textOf(message)}`);
  throw new Error(`${who.key} and the bot talk without end.\n${said.join('\n')}`);
}

const findButton = (message: ChatMessage | undefined, hears: string): Button | undefined =>
  (message ? buttonsOf(message) : []).find(({ data }) => data.hears === hears);

async function answerTo(who: Person, last: ChatMessage | undefined, otherwise: string): Promise<void> {
  const asked = last && QUESTIONS.find(([, question]) => textOf(last).includes(question))?.[0];
  const answer = asked && ANSWERS[who.key]?.[asked];
  const topics = asked && TICKS[who.key]?.[asked];
  const keep = last && buttonsOf(last).find(({ data }) => data.keeps === 'ticked' && data.at === asked);
  const next = findButton(last, 'nobody') ?? findButton(last, 'video') ?? findButton(last, 'skip');
  if (answer) await who.say(answer);
  else if (topics && keep) await pressOrAsk(who, keep, { topics });
  else if (next) await pressOrAsk(who, next);
  else await who.say(otherwise);
}

/** A button that was heard before the crash says so, and how to go on. */
async function pressOrAsk(who: Person, button: Button, inputs?: { topics: string }): Promise<void> {
  const { kind } = await who.press(button, inputs);
  if (kind === 'message') await who.say('continue');
}

/** “… that’s all I need.” */
const isLastWord = (message: ChatMessage): boolean =>
  ROLES.some((role) =>
    textOf(message).includes(words(`enrolment:finished.${role}`).split('{{name}}')[1] ?? ''),
  );

async function isKnown(who: Person): Promise<boolean> {
  const { wants, offers } = await who.ask<ProfileView>('GET /api/profile');
  return wants.length > 0 && offers.length > 0;
}
