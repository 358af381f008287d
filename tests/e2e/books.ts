import { TableClient } from '@azure/data-tables';
import type { Delivery } from '#domain/notices/delivery.ts';
import type { LogEntry } from '#local/contract.ts';
import type { Local } from '#local/startLocal.ts';
import { findPerson } from '#local/teams/people.ts';
import { wordsFor } from '#words/words.ts';

type Stored = Record<string, unknown>;

/** Every row of one of our tables, as it lies there. */
async function rowsIn(local: Local, table: string): Promise<Stored[]> {
  const client = TableClient.fromConnectionString(local.connectionString, `turntable${table}`, {
    allowInsecureConnection: true,
  });
  const rows: Stored[] = [];
  for await (const row of client.listEntities()) rows.push(row);
  return rows;
}

const TABLES = ['people', 'pairs', 'cohorts', 'concerns', 'deliveries', 'due', 'lookups'] as const;

/** Everything that people and the product keep, without the machinery's own notes, to be compared. */
export async function snapshot(local: Local): Promise<string[]> {
  const tables = await Promise.all(
    TABLES.filter((table) => table !== 'due').map(async (table) =>
      (await rowsIn(local, table))
        .filter(({ partitionKey }) => !/^(lease|budget|seen_)/.test(String(partitionKey)))
        .map(({ timestamp: _, etag: __, ...row }) => `${table} ${JSON.stringify(row)}`),
    ),
  );
  return tables.flat().sort();
}

/** What still waits to be told, in every outbox. */
export async function outboxes(local: Local): Promise<string[]> {
  const tables = await Promise.all(
    ['people', 'pairs', 'cohorts'].map(async (table) =>
      (await rowsIn(local, table))
        .filter(({ rowKey }) => String(rowKey).startsWith('outbox_'))
        .map((row) => `${table} ${row.message__json}`),
    ),
  );
  return tables.flat();
}

/** A delivery with the key of its person; a mail address for those who live elsewhere. */
export interface Told extends Omit<Delivery, 'person'> {
  who: string;
}

export async function deliveriesIn(local: Local): Promise<Told[]> {
  const people = (await rowsIn(local, 'people')).filter(({ rowKey }) => rowKey === 'person');
  const who = new Map(
    people.map(({ partitionKey, directoryId, mail }) => [
      String(partitionKey),
      findPerson(String(directoryId))?.key ?? String(mail),
    ]),
  );
  const rows = (await rowsIn(local, 'deliveries')) as (Delivery & Stored)[];
  return rows.map(({ job, person, state, reason, attempts, at, activity }) => ({
    ...{ job, state, reason, attempts, at, activity },
    who: who.get(person) ?? person,
  }));
}

/** A message the bot sends on its own; an answer has the message it answers in its path. */
export const isNotice = ({ call, path }: LogEntry): boolean =>
  call === 'send' && path.endsWith('/activities');

/** The bot's own messages that stand in a chat. */
const noticesIn = (log: readonly LogEntry[]): LogEntry[] =>
  log.filter((entry) => isNotice(entry) && entry.accepted && entry.activityType === 'message');

/** The first line of the card of each kind of job. An announcement begins with its own title. */
const HEADINGS: Record<string, string> = {
  contact: 'bot:contact.title',
  invitation: 'bot:invitation.title',
  introduction: 'bot:introduction.title',
  paired: 'bot:paired.title',
  introductionEnded: 'bot:introductionEnded.title',
  agreement: 'bot:agreementToSign.title',
  agreementSigned: 'bot:agreementSigned.title',
  feedback: 'bot:feedback.title',
  reply: 'bot:announcementReply.title',
};

const looksLike = (entry: LogEntry, { job, who }: Told): boolean => {
  const heading = HEADINGS[job.split('_')[0] ?? ''];
  const headings = Object.values(HEADINGS).map((word) => wordsFor('en')(word));
  const fits = heading ? entry.gist === wordsFor('en')(heading) : !headings.includes(entry.gist ?? '');
  return entry.person === who && fits;
};

/**
 * Whether rows and the connector's log agree; every sentence is a disagreement. Each delivery that says `sent` has
 * its one activity, each message of the bot's own has its one delivery: by its id, or one that says `unknown`.
 */
export function disagreements(deliveries: readonly Told[], log: readonly LogEntry[]): string[] {
  const wrong: string[] = [];
  const unclaimed = [...noticesIn(log)];
  for (const { job, who, activity } of deliveries.filter(({ state }) => state === 'sent')) {
    const its = unclaimed.filter((entry) => entry.activity === activity && entry.person === who);
    if (its.length !== 1) wrong.push(`${job} says sent to ${who} as ${activity}, the log has ${its.length}`);
    for (const entry of its) unclaimed.splice(unclaimed.indexOf(entry), 1);
  }
  const unknown = deliveries.filter(({ state }) => state === 'unknown');
  for (const entry of unclaimed) {
    const its = unknown.findIndex((delivery) => looksLike(entry, delivery));
    if (its < 0)
      wrong.push(`${entry.person} was sent ${entry.activity} (${entry.gist}), no delivery knows it`);
    else unknown.splice(its, 1);
  }
  const open = deliveries.filter(({ state }) => state === 'queued' || state === 'reserved');
  return [...wrong, ...open.map(({ job, who, state }) => `${job} to ${who} is still ${state}`)];
}
