import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import type { ContactAnswer, ContactSeat } from '#domain/cohorts/contactPerson.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { createCohort, getCohort } from '#usecases/cohorts/cohorts.ts';
import { answerContact, listContacts, nameContact } from '#usecases/cohorts/contactPersons.ts';
import { invite, inviteOnInstall } from '#usecases/cohorts/invitations.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { personOf } from '#usecases/people/people.ts';
import { askInTurn, startSearch } from '#usecases/searches/searches.ts';
import { Partition } from '#usecases/story/partition.ts';
import {
  aChampion,
  aDyingProcess,
  aFullPilot,
  drain,
  installApp,
  join,
  type Pilot,
  recover,
  untilDeath,
} from './cohortStory.ts';

const MAIL = { hana: 'hana@turntable.example', samuel: 'samuel@turntable.example' };
const MAILED = { mail: 'somebody.new@turntable.example' };
let ctx: TestContext;
let pilot: Pilot;
let hana: PersonId;
let samuel: PersonId;

const account = (name: string) =>
  personOf(ctx, { directoryId: `oid-${name}`, mail: `${name}@turntable.example`, name: `${name} Example` });

beforeEach(async () => {
  ctx = aContext();
  const noor = await aChampion(ctx);
  const days = { startsOn: asId<never>('2026-11-23'), endsOn: asId<never>('2027-03-31') };
  const asked = { name: 'Finance pilot', kind: 'pilot' as const, fitFloor: 0, ...days };
  pilot = { cohort: (await createCohort(ctx, noor, asked)).cohort, person: noor.person };
  [hana, samuel] = [await account('hana'), await account('samuel')];
  for (const person of [hana, samuel]) await installApp(ctx, person);
});

const etagOf = async (seat: ContactSeat) =>
  (await listContacts(ctx, pilot)).find((one) => one.seat === seat)?.etag ?? '';
const name = async (seat: ContactSeat, mail: string, etag?: string) =>
  nameContact(ctx, pilot, { seat, named: { mail }, etag: etag ?? (await etagOf(seat)) });
const say = (person: PersonId, seat: ContactSeat, answer: ContactAnswer) =>
  answerContact(ctx, { cohort: pilot.cohort, person }, { seat, answer });
const seats = async () =>
  (await listContacts(ctx, pilot)).map(({ seat, name, state }) => [seat, name, state]);
const rowsIn = () => JSON.stringify([...ctx.tables.all('cohorts'), ...ctx.tables.all('people')]);

describe('contact and stand-in', () => {
  it('are named by the champion, asked by the bot, and count once they accept', async () => {
    await name('contact', MAIL.hana);
    await name('standIn', MAIL.samuel);
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).contact).toBe('asked');
    const sent = await drain(ctx);
    expect(sent.map(({ to, view }) => [to, view])).toEqual([
      [hana, expect.objectContaining({ kind: 'contact', seat: 'contact', from: 'Noor Prøve' })],
      [samuel, expect.objectContaining({ kind: 'contact', seat: 'standIn', cohortName: 'Finance pilot' })],
    ]);
    await say(hana, 'contact', 'accept');
    await say(samuel, 'standIn', 'decline');
    expect(await seats()).toEqual([
      ['contact', 'hana Example', 'accepted'],
      ['standIn', 'samuel Example', 'declined'],
    ]);
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).contact).toBe('accepted');
    const did = ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('audit_'));
    expect(did.map(({ value }) => (value as { did: string }).did)).toEqual([
      ...['createCohort', 'nameContact', 'nameContact', 'acceptContact', 'declineContact'],
    ]);
  });

  it('are two, and no champion of the cohort; a refusal changes nothing', async () => {
    await name('contact', MAIL.hana);
    const before = rowsIn();
    await expect(name('standIn', MAIL.hana)).rejects.toMatchObject({ word: 'cohort:contact.holdsOther' });
    await expect(name('standIn', 'noor.prove@turntable.example')).rejects.toMatchObject({
      word: 'cohort:contact.isChampion',
    });
    await expect(
      nameContact(ctx, pilot, { seat: 'standIn', named: { member: asId('x') }, etag: '' }),
    ).rejects.toMatchObject({ word: 'cohort:contact.notMember' });
    await expect(
      nameContact(ctx, { ...pilot, person: hana }, { seat: 'standIn', named: MAILED, etag: '' }),
    ).rejects.toMatchObject({ kind: 'missing' });
    expect(rowsIn()).toBe(before);
  });

  it('can be members, or somebody chosen in Teams whose name is only what was shown there', async () => {
    const full = await aFullPilot(ctx);
    const person = await join(ctx, full, 'clara.exampleton');
    await nameContact(ctx, full, { seat: 'standIn', named: { member: person }, etag: '' });
    const directoryId = 'aaaaaaaa-0000-4000-8000-0000000000fe';
    const etag = (await listContacts(ctx, full))[0]?.etag ?? '';
    const named = { directoryId, name: 'Ruth Beispiel' };
    const seen = await nameContact(ctx, full, { seat: 'contact', named, etag });
    expect(seen).toMatchObject([
      { seat: 'contact', name: 'Ruth Beispiel', hasApp: false },
      { seat: 'standIn', name: 'Clara Exampleton', state: 'asked' },
    ]);
  });

  it('are asked once, however often the same is named; asked anew after a no', async () => {
    for (let n = 0; n < 3; n++) await name('contact', MAIL.hana, '');
    expect(await drain(ctx)).toHaveLength(1);
    await say(hana, 'contact', 'decline');
    await nameContact(ctx, pilot, { seat: 'contact', named: { person: hana }, etag: '' });
    expect(await drain(ctx)).toHaveLength(1);
    const unknown = { seat: 'contact' as const, named: { person: samuel }, etag: '' };
    await expect(nameContact(ctx, pilot, unknown)).rejects.toMatchObject({ kind: 'missing' });
    await say(hana, 'contact', 'accept');
    await name('contact', MAIL.hana);
    expect(await drain(ctx)).toEqual([]);
  });

  it('give it back whenever they like, and may accept after all until somebody else is named', async () => {
    await name('contact', MAIL.hana);
    await expect(say(hana, 'contact', 'giveBack')).rejects.toMatchObject({ kind: 'missing' });
    await say(hana, 'contact', 'accept');
    expect(await say(hana, 'contact', 'decline'), 'an old card').toMatchObject({ state: 'accepted' });
    expect(await say(hana, 'contact', 'giveBack')).toMatchObject({ state: 'declined' });
    expect(await say(hana, 'contact', 'accept')).toMatchObject({ state: 'accepted' });
    await name('contact', MAIL.samuel);
    expect(await say(hana, 'contact', 'accept')).toMatchObject({ state: 'released' });
    expect(await seats()).toEqual([['contact', 'samuel Example', 'asked']]);
    await expect(say(pilot.person, 'contact', 'accept')).rejects.toMatchObject({ kind: 'missing' });
  });

  it('are not named over somebody whom the champion has not seen, nor over an answer she has not', async () => {
    await name('contact', MAIL.hana);
    await expect(name('contact', MAIL.samuel, '')).rejects.toThrow('this seat');
    const seen = await etagOf('contact');
    await say(hana, 'contact', 'accept');
    await expect(name('contact', MAIL.samuel, seen)).rejects.toThrow('this seat');
    expect(await seats()).toEqual([['contact', 'hana Example', 'accepted']]);
  });

  it('are asked as soon as they have the app', async () => {
    await name('contact', 'ruth@turntable.example');
    await drain(ctx);
    const ruth = await account('ruth');
    expect(await drain(ctx)).toEqual([]);
    await installApp(ctx, ruth);
    await inviteOnInstall(ctx, ruth);
    expect(await drain(ctx)).toMatchObject([{ to: ruth, view: { kind: 'contact' } }]);
  });

  it('stay who they are when an address turns out to be an account that was here before', async () => {
    const ruth = await personOf(ctx, { directoryId: 'oid-ruth', mail: '', name: 'Ruth Beispiel' });
    await installApp(ctx, ruth);
    await name('contact', 'r.b@turntable.example');
    await drain(ctx);
    await personOf(ctx, { directoryId: 'oid-ruth', mail: 'r.b@turntable.example', name: 'Ruth Beispiel' });
    expect(await drain(ctx)).toMatchObject([{ to: ruth, view: { kind: 'contact' } }]);
    await say(ruth, 'contact', 'accept');
    expect(await seats()).toEqual([['contact', 'Ruth Beispiel', 'accepted']]);
    expect((await Partition.open(ctx, 'people', ruth)).list('contact')).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5])(
    'are asked once where the server dies at write %i and she tries again',
    async (n) => {
      const dying = aDyingProcess(ctx, n);
      const asked = { seat: 'contact' as const, named: { mail: 'new@turntable.example' }, etag: '' };
      await untilDeath(nameContact(dying, pilot, asked));
      await nameContact(ctx, pilot, asked);
      await recover(ctx);
      expect(await seats()).toEqual([['contact', 'new@turntable.example', 'asked']]);
      const named = ctx.tables
        .all('cohorts')
        .filter(({ value }) => JSON.stringify(value).includes('nameContact'));
      expect(named).toHaveLength(1);
    },
  );
});

describe('without anybody who accepted', () => {
  const NEEDED = { kind: 'conflict', word: 'cohort:noContact', values: { cohort: 'Finance pilot' } };
  const takeContact = async ({ cohort }: { cohort: CohortId }, state: 'declined' | 'accepted') => {
    const rows = await Partition.openCohort(ctx, cohort, ['contact']);
    for (const { id, value } of rows.list('contact')) rows.put('contact', id, { ...value, state });
    await rows.commit();
  };
  const TOPIC = asId<never>('generativeAi');
  const AI = {
    executive: { wants: [TOPIC] },
    mentor: { offers: [{ topic: TOPIC, strength: 3 as const }] },
  };

  it('nobody new is invited, and what runs goes on', async () => {
    const full = await aFullPilot(ctx);
    await takeContact(full, 'declined');
    const before = rowsIn();
    await expect(invite(ctx, full)).rejects.toMatchObject(NEEDED);
    expect(rowsIn()).toBe(before);
    await takeContact(full, 'accepted');
    await invite(ctx, full);
    await takeContact(full, 'declined');
    await invite(ctx, full);
    expect((await getCohort(ctx, full.cohort, full.person)).counts.invited).toBe(12);
  });

  it('no round is run or published, and no search begins', async () => {
    const full = await aFullPilot(ctx);
    const clara = await join(ctx, full, 'clara.exampleton', AI.executive);
    const aisha = await join(ctx, full, 'aisha.specimen', AI.mentor);
    const at = { cohort: full.cohort, person: clara };
    const rows = await Partition.openCohort(ctx, full.cohort, ['cohort']);
    const [about] = [rows.find('cohort')?.value];
    if (about) rows.put('cohort', '', { ...about, state: 'running' });
    await rows.commit();
    await takeContact(full, 'declined');
    await expect(runRound(ctx, full)).rejects.toMatchObject(NEEDED);
    await expect(startSearch(ctx, at)).rejects.toMatchObject({ kind: 'conflict', word: 'search:noContact' });
    await takeContact(full, 'accepted');
    await startSearch(ctx, at);
    const round = await runRound(ctx, full, { press: 'p' });
    await takeContact(full, 'declined');
    expect(await runRound(ctx, full, { press: 'p' }), 'the same press').toBe(round);
    await expect(publishRound(ctx, full, round)).rejects.toMatchObject(NEEDED);
    await expect(askInTurn(ctx, at, { first: aisha, others: false })).rejects.toMatchObject({
      word: 'search:noContact',
    });
    await takeContact(full, 'accepted');
    await publishRound(ctx, full, round);
    await takeContact(full, 'declined');
    await publishRound(ctx, full, round);
  });
});
