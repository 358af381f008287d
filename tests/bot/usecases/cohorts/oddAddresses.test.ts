import { afterAll, beforeAll, expect, it } from 'vitest';
import { recogniseMails } from '#domain/profile/everydayAnswers.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { AzureTables } from '#storage/tables.ts';
import { aContext } from '#tests/fakes/context.ts';
import { listMembers } from '#usecases/cohorts/members.ts';
import { managerChain } from '#usecases/people/managerChain.ts';
import { findPerson, personOf } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import { aPilot, importPeople } from './cohortStory.ts';

let azurite: Azurite;
let ctx: Context;
beforeAll(async () => {
  azurite = await startAzurite({ inMemory: true });
  const tables = new AzureTables(azurite, 'odd');
  await tables.createTables();
  const inMemory = aContext();
  ctx = { ...inMemory, tables, due: new Due(tables, inMemory.clock) };
});
afterAll(() => azurite.stop());

/** What Azure forbids in keys, what breaks paths, and what a key is escaped with. */
const ODD = [
  ...['r#d@x.example', 'a/b@x.example', 'who?@x.example', '50%@x.example', '50%25@x.example'],
  ...["o'neil@x.example", 'wow!@x.example', 'wow!2f@x.example', 'wow/@x.example', 'jürgen+#/?%@x.example'],
];

it('addresses with odd letters stand for one person each, from the import to the sign-in', async () => {
  const pilot = await aPilot(ctx);
  const lines = ODD.map(
    (mail, n) => `Person Exampleton${'abcdefghij'[n]},${mail},mentor,${n > 0 ? ODD[n - 1] : ''}`,
  );
  const csv = `Name,Mail,Role,Manager\n${lines.join('\n')}\n`;
  expect(await importPeople(ctx, pilot, csv)).toMatchObject({ state: 'applied', added: ODD.length });
  expect(await importPeople(ctx, pilot, csv)).toMatchObject({ state: 'applied', unchanged: ODD.length });
  const people = await Promise.all(ODD.map((mail) => findPerson(ctx, 'mail', mail)));
  expect(new Set(people).size).toBe(ODD.length);
  expect(people).not.toContain(undefined);
  for (const [n, mail] of ODD.entries())
    expect(await personOf(ctx, { directoryId: `oid-${n}`, mail: mail.toUpperCase(), name: 'P' })).toBe(
      people[n],
    );
  const last = people.at(-1);
  if (!last) throw new Error('nobody');
  const above = await managerChain(ctx, new Map(), { cohort: pilot.cohort, person: last });
  expect(above).toEqual(people.slice(0, -1).reverse());
  const mails = (await listMembers(ctx, pilot)).map(({ mail }) => mail.toLowerCase());
  expect(mails.sort()).toEqual([...ODD].sort());
});

it.each(ODD)('somebody who writes that they avoid %s means just that address', (mail) => {
  expect(exclusionOf(`not ${mail}, please`).address).toBe(mail);
  expect(recogniseMails(`not ${mail}, please`)).toEqual([mail]);
});
