import { describe, expect, it } from 'vitest';
import { PRIVACY } from '#domain/all/privacy.ts';
import type { Place, Silent, Somebody, Speaks } from '#domain/basics/privacy.ts';
import { idWithout, isNamedIn, withoutNames } from '#domain/basics/privacy.ts';
import { aRowOfEachKind, CLARA, type Sample } from './rows.ts';

const somebodyElse: Somebody = {
  ...{ person: 'henrik' as Somebody['person'], mail: 'henrik@turntable.example', directoryId: 'oid-henrik' },
  ...{ names: ['Henrik Eksempel', 'Henrik'], pseudonym: 'f00d' },
};

type Entry = Speaks<unknown> | Silent;
const speaking = Object.entries(PRIVACY).flatMap(([table, kinds]) =>
  Object.entries(kinds as unknown as Record<string, Entry>).map(([kind, entry]) => ({ table, kind, entry })),
);
const samplesOf = (table: string, kind: string): Sample[] =>
  (aRowOfEachKind as Record<string, Record<string, Sample | Sample[]>>)[table]?.[kind]
    ? [(aRowOfEachKind as Record<string, Record<string, Sample | Sample[]>>)[table]?.[kind] ?? []].flat()
    : [];
const placeOf = ({ partition, id }: Sample): Place => ({ partition, id });

describe('what rows say of people', () => {
  it.each(speaking)('$table/$kind: is found, and is gone once it is forgotten', ({ table, kind, entry }) => {
    if ('because' in entry) return expect(entry.because).not.toBe('');
    const samples = samplesOf(table, kind);
    expect(samples, 'an example of this row in tests/bot/domain/all/rows.ts').not.toEqual([]);
    for (const sample of samples) {
      expect(entry.holds(sample.value, CLARA, placeOf(sample)), JSON.stringify(sample)).toBe(true);
      const left = entry.forget(sample.value, CLARA, placeOf(sample));
      if (left === undefined) continue;
      expect(entry.holds(left, CLARA, placeOf(sample)), JSON.stringify(left)).toBe(false);
      expect(idWithout(sample.id, CLARA, 'gone-1')).not.toContain(CLARA.person);
      const text = JSON.stringify(left);
      for (const said of [CLARA.person, CLARA.mail, ...CLARA.names]) expect(text).not.toContain(said);
    }
  });

  it.each(speaking)('$table/$kind: says nothing of somebody else', ({ table, kind, entry }) => {
    if ('because' in entry) return;
    for (const sample of samplesOf(table, kind))
      expect(entry.holds(sample.value, somebodyElse, placeOf(sample))).toBe(false);
  });

  it('leaves news for others that can be told without a name', () => {
    const left = (['people', 'pairs', 'cohorts'] as const).flatMap((table) =>
      samplesOf(table, 'outbox').map((sample) =>
        (PRIVACY[table].outbox as Speaks<unknown>).forget(sample.value, CLARA, placeOf(sample)),
      ),
    );
    const told = left.filter((value) => value !== undefined) as { message: { notice?: object } }[];
    expect(told.flatMap(({ message }) => message.notice ?? [])).toMatchObject([
      { kind: 'searchNews', past: '' },
      { kind: 'leftCircle', person: 'gone' },
      { kind: 'champion', by: 'gone' },
      { kind: 'sponsor', by: 'gone' },
    ]);
  });

  it('leaves with the partner what was shared, without a name', () => {
    const { pair, agreement, feedback } = PRIVACY.pairs;
    const left = (entry: Entry, kind: string) =>
      'because' in entry
        ? undefined
        : samplesOf('pairs', kind).map((sample) => entry.forget(sample.value, CLARA, placeOf(sample)));
    expect(left(pair as Entry, 'pair')).toMatchObject([
      { members: [{ person: 'gone', name: '' }, { name: 'Aisha Specimen' }] },
      { members: [{ name: 'Meera Namoona' }, { name: 'Aisha Specimen' }], apart: [] },
    ]);
    expect(left(agreement as Entry, 'agreement')).toMatchObject([
      { by: 'gone', text: { howEachHelps: 'Aisha shows, … opens doors.', endsOn: '2027-05-31' } },
    ]);
    expect(left(feedback as Entry, 'feedback')).toMatchObject([
      { person: 'gone', learned: 'How models fail.' },
      undefined,
      { person: 'aisha', learned: '… knows everybody.' },
    ]);
  });

  it('leaves what is about to be told of others on leave', () => {
    const { outbox } = PRIVACY.cohorts;
    const left = samplesOf('cohorts', 'outbox').map(
      (sample) => !('because' in outbox) && outbox.forget(sample.value as never, CLARA, placeOf(sample)),
    );
    expect(left).toMatchObject([
      undefined,
      { message: { kind: 'notify' } },
      { message: { kind: 'notify' } },
      undefined,
      { message: { away: [{ person: 'aisha' }] } },
    ]);
  });

  it.each(['feedback', 'jotting', 'curiosity', 'closing'] as const)(
    'a private %s that names somebody is in nobody’s export but its writer’s, and stays as it is',
    (kind) => {
      const entry = PRIVACY.pairs[kind] as unknown as Speaks<Record<string, unknown>>;
      const sample = samplesOf('pairs', kind).at(-1) as Sample;
      const shared = { ...(sample.value as object), shared: true };
      const alone = { ...shared, shared: false };
      expect(entry.holds(shared, CLARA, placeOf(sample))).toBe(true);
      expect(entry.holds(alone, CLARA, placeOf(sample))).toBe(false);
      expect(entry.forget(alone, CLARA, placeOf(sample))).toEqual(alone);
    },
  );

  it('finds a name as a whole word alone, in any alphabet', () => {
    const al = { names: ['Al', 'Żaneta'] };
    expect(withoutNames('Also: Al’s alarm, and Al. Żanetas are not Żaneta', al)).toBe(
      'Also: …’s alarm, and …. Żanetas are not …',
    );
    expect(isNamedIn('Also an alarm', al)).toBe(false);
  });
});
