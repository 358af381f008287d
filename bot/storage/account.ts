import { Agent as HttpAgent } from 'node:http';
import { Agent } from 'node:https';
import type { TokenCredential } from '@azure/identity';

/** Where tables and queues are, and how we prove who we are. */
export type StorageAccount =
  | { connectionString: string }
  | { tablesUrl: string; queuesUrl: string; credential: TokenCredential };

/** Plain http is for the emulator on this machine, never for Azure. */
export const isEmulator = (account: StorageAccount): boolean =>
  'connectionString' in account &&
  /Endpoint=http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(account.connectionString);

/**
 * Connections to tables per server; what is asked beyond them waits its turn in this process. Without a bound
 * thousands of waiting panels open thousands at once: the listener drops what it cannot queue, a dropped handshake is
 * tried again after 1, 3, 7, 15 s, and in Azure 128 outbound ports are promised to an instance
 * (learn.microsoft.com, "SNAT with App Service").
 */
const CONNECTIONS_MAX = 48;

/** The connections of one client, kept open. */
export const agentOf = (account: StorageAccount): Agent =>
  new (isEmulator(account) ? HttpAgent : Agent)({ keepAlive: true, maxSockets: CONNECTIONS_MAX }) as Agent;

/** How long a readiness question may take. */
export const READY_TIMEOUT_MS = 3_000;
