import type { ReadImport } from '#domain/cohorts/import.ts';
import { readImport } from '#domain/cohorts/readImport.ts';
import type { ImportAsked } from './importing.ts';
import { serve } from './thread.ts';

/** Reads the bytes of a CSV. */
serve(({ bytes, chosen }: ImportAsked): ReadImport => readImport(bytes, chosen));
