import { type ReadImport, readImport } from '#domain/cohorts/readImport.ts';
import { serve } from './thread.ts';

/** Reads the bytes of a CSV. */
serve((bytes: Uint8Array<ArrayBuffer>): ReadImport => readImport(bytes));
