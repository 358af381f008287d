import { eachRecord } from '#domain/basics/csv.ts';
import { decode } from '#domain/basics/encoding.ts';
import { shortened } from '#domain/cohorts/importCells.ts';
import { COLUMNS, type Column } from '#domain/cohorts/importColumns.ts';
import { findHeader, readHeader } from '#domain/cohorts/importHeader.ts';
import { isNeverKept } from '#domain/cohorts/neverKept.ts';
import type { KeptAttribute } from './attributes.ts';
import { attributeName } from './keptColumns.ts';
import { areNeverKept, isNeverKeptShape } from './neverKeptShape.ts';

interface UnknownColumn {
  /** From 0, in every line. */
  place: number;
  name: string;
  samples: string[];
  /** It can be one of our columns, never an attribute: by its name, or by what stands in it. */
  isRefused: boolean;
  /** Why the cohort keeps a column of this name already; empty where it does not. */
  keptFor: string;
}

export interface UnknownColumns {
  columns: UnknownColumn[];
  /** Columns of ours that nothing was recognised as. */
  open: Column[];
}

const LOOKED_AT = 200;
const SAMPLES = 3;
/** Whoever brings more than that has another list in mind. */
const MOST_COLUMNS = 40;

/**
 * The columns of a list that are not recognised, from the beginning of its file: with what stands in them. Nothing where
 * it cannot be read: the check says why. `kept`: what the cohort keeps already.
 */
export function unknownColumns(bytes: Uint8Array, kept: readonly KeptAttribute[] = []): UnknownColumns {
  const decoded = decode(bytes);
  if (typeof decoded === 'string') return { columns: [], open: [] };
  const { line: headerLine, delimiter } = findHeader(decoded.text);
  const lines: string[][] = [];
  for (const found of eachRecord(decoded.text, delimiter)) {
    if (typeof found === 'number' || found.line < headerLine) continue;
    lines.push(found.cells);
    if (lines.length > LOOKED_AT) break;
  }
  const [names = [], ...records] = lines;
  const { at, unused } = readHeader(names);
  const columns = unused.map((place): UnknownColumn => {
    const values = records.map((cells) => (cells[place] ?? '').trim()).filter(Boolean);
    const name = attributeName(names[place] ?? '');
    const isRefused = isNeverKept(name) || values.some(isNeverKeptShape) || areNeverKept(values);
    const keptFor = isRefused ? '' : (kept.find((one) => one.name === name)?.why ?? '');
    const samples = [...new Set(values)].slice(0, SAMPLES).map(shortened);
    return { place, name, samples, isRefused, keptFor };
  });
  return {
    columns: columns.slice(0, MOST_COLUMNS),
    open: COLUMNS.filter((column) => at[column] === undefined),
  };
}
