import type { TokenCredential } from '@azure/identity';

/** Where tables and queues are, and how we prove who we are. */
export type StorageAccount =
  | { connectionString: string }
  | { tablesUrl: string; queuesUrl: string; credential: TokenCredential };

/** Plain http is for the emulator on this machine, never for Azure. */
export const isEmulator = (account: StorageAccount): boolean =>
  'connectionString' in account &&
  /Endpoint=http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(account.connectionString);

/** How long a readiness question may take. */
export const READY_TIMEOUT_MS = 3_000;
