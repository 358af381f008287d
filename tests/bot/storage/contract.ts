import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Change, Queue, Scan, Tables } from '#usecases/story/ports.ts';
import { Conflict, TooLarge } from '#usecases/story/ports.ts';

let counted = 0;
const aPartition = (): string => `a partition ${process.pid}-${++counted}`;
const create = (key: string, value: object = {}): Change => ({ op: 'create', key, value });
const ANOTHER_ETAG = "datetime'2020-01-01T00%3A00%3A00.0000000Z'";
const ODD_KEYS = [
  'a/b',
  'a\\b',
  'a#b',
  'a?b',
  'a%2Fb',
  'a!2Fb',
  "o'brien",
  '"quoted"',
  'tab\tand\nline',
  'emoji 😀👩🏽‍💻',
  'שלום عالم',
  'comma, plus+ amp& eq= semi; (round) [square] {curly}',
  'mia.brunner+x@example.com',
  '  ',
];

/** What `Scan` promises; run on the fake and on Azurite. */
export function describeScan(name: string, open: () => Tables & Scan): void {
  test(`looks through a whole table, every row once, also while rows go: ${name}`, async () => {
    const [tables, first, second] = [open(), `odd/${aPartition()}`, aPartition()];
    const keys = Array.from({ length: 30 }, (_, n) => `row_${n}?`);
    for (const partition of [first, second])
      await tables.commit(
        'concerns',
        partition,
        keys.map((key) => create(key, { key })),
      );
    const seen: string[] = [];
    let after = '';
    do {
      const { rows, next } = await tables.page('concerns', after);
      for (const { partition, key, etag, value } of rows.filter((row) =>
        [first, second].includes(row.partition),
      )) {
        seen.push(`${partition} ${key}`);
        expect(value).toEqual({ key });
        await tables.commit('concerns', partition, [{ op: 'remove', key, etag }]);
      }
      after = next;
    } while (after !== '');
    expect(seen.toSorted()).toEqual(
      [first, second].flatMap((one) => keys.map((key) => `${one} ${key}`)).toSorted(),
    );
  });
}

/** What `Tables` promises; run on the fake and on Azurite. */
export function describeTables(name: string, open: () => Tables): void {
  describe(`tables: ${name}`, () => {
    test('gives back what was written, of every kind of value', async () => {
      const [tables, partition] = [open(), aPartition()];
      const value = {
        text: 'Grüße 😀 <b>&amp; "\u2028\r\n',
        empty: '',
        yes: true,
        no: false,
        zero: 0,
        half: 0.5,
        below: -3,
        now: 1_795_000_000_000,
        instant: '2026-11-23T09:00:00.000Z',
        list: [1, 'two', { three: null }],
        nested: { 'own:odd key/': ['x'] },
        nothing: null,
        none: [],
        absent: undefined,
      };
      const [etag] = await tables.commit('people', partition, [create('profile', value)]);
      const row = await tables.find('people', partition, 'profile');
      const { absent: _, ...expected } = value;
      expect(row).toEqual({ key: 'profile', etag, value: expected });
      expect(await tables.list('people', partition)).toEqual([row]);
      expect(await tables.find('people', partition, 'settings')).toBeUndefined();
      expect(await tables.find('pairs', partition, 'profile')).toBeUndefined();
    });

    test('hands out ETags that travel through a header, and takes no other', async () => {
      const [tables, partition] = [open(), aPartition()];
      const etags = await tables.commit('people', partition, [create('a'), create('b')]);
      const [alone = ''] = await tables.commit('people', partition, [create('c')]);
      for (const etag of [...etags, alone]) expect(etag).toMatch(/^[^"\\\s]+$/);
      expect((await tables.list('people', partition)).map(({ etag }) => etag)).toEqual([...etags, alone]);
      for (const etag of ['', '*', 'W/"x"', 'x\r\ny: z', 'nonsense'])
        await expect(
          tables.commit('people', partition, [{ op: 'replace', key: 'c', value: {}, etag }]),
        ).rejects.toThrow(Conflict);
    });

    test('replaces the whole row, not only what is named', async () => {
      const [tables, partition] = [open(), aPartition()];
      const [etag = ''] = await tables.commit('people', partition, [create('profile', { a: 1, b: [2] })]);
      await tables.commit('people', partition, [
        { op: 'replace', key: 'profile', value: { b: 'text' }, etag },
      ]);
      expect((await tables.find('people', partition, 'profile'))?.value).toEqual({ b: 'text' });
    });

    test('says Conflict for a row that exists, changed or is gone', async () => {
      const [tables, partition] = [open(), aPartition()];
      const [first = ''] = await tables.commit('pairs', partition, [create('pair', { n: 1 })]);
      await expect(tables.commit('pairs', partition, [create('pair', { n: 2 })])).rejects.toThrow(Conflict);
      const replace = (etag: string): Change => ({ op: 'replace', key: 'pair', value: { n: 3 }, etag });
      const [second = ''] = await tables.commit('pairs', partition, [replace(first)]);
      expect(second).not.toBe(first);
      for (const etag of [first, '', '*']) {
        await expect(tables.commit('pairs', partition, [replace(etag)])).rejects.toThrow(Conflict);
        await expect(
          tables.commit('pairs', partition, [{ op: 'remove', key: 'pair', etag }]),
        ).rejects.toThrow(Conflict);
      }
      await tables.commit('pairs', partition, [{ op: 'remove', key: 'pair', etag: second }]);
      await expect(tables.commit('pairs', partition, [replace(second)])).rejects.toThrow(Conflict);
      await expect(
        tables.commit('pairs', partition, [{ op: 'remove', key: 'pair', etag: second }]),
      ).rejects.toThrow(Conflict);
      expect(await tables.list('pairs', partition)).toEqual([]);
    });

    test('writes all changes of a transaction and answers their ETags in order', async () => {
      const [tables, partition] = [open(), aPartition()];
      const [a = '', b = ''] = await tables.commit('pairs', partition, [
        create('a', { n: 1 }),
        create("b 'odd' /#?%", { n: 1 }),
      ]);
      const etags = await tables.commit('pairs', partition, [
        { op: 'remove', key: 'a', etag: a },
        create('c', { text: '\r\nDELETE http://x HTTP/1.1\r\nIf-Match: *', n: 2 }),
        { op: 'replace', key: "b 'odd' /#?%", value: { n: 2 }, etag: b },
        create('a2', { n: 2 }),
      ]);
      const rows = await tables.list('pairs', partition);
      expect(rows.map(({ key }) => key)).toEqual(['a2', "b 'odd' /#?%", 'c']);
      expect(etags).toEqual(['', rows[2]?.etag, rows[1]?.etag, rows[0]?.etag]);
    });

    test.each<[string, (etag: string) => Change]>([
      ['an existing row', () => create('old')],
      [
        'a replaced row of another ETag',
        () => ({ op: 'replace', key: 'old', value: {}, etag: ANOTHER_ETAG }),
      ],
      ['a removed row of another ETag', () => ({ op: 'remove', key: 'old', etag: ANOTHER_ETAG })],
      ['a replaced row that never was', (etag) => ({ op: 'replace', key: 'never', value: {}, etag })],
      ['a removed row that never was', (etag) => ({ op: 'remove', key: 'never', etag })],
    ])('writes nothing of a transaction with %s', async (_, wrong) => {
      const [tables, partition] = [open(), aPartition()];
      const [etag = ''] = await tables.commit('pairs', partition, [create('old', { n: 1 })]);
      const changes = [create('new 1'), wrong(etag), create('new 2')];
      await expect(tables.commit('pairs', partition, changes)).rejects.toThrow(Conflict);
      expect(await tables.list('pairs', partition)).toEqual([{ key: 'old', etag, value: { n: 1 } }]);
    });

    test('takes 100 changes at once, not 101, not none, not one row twice', async () => {
      const [tables, partition] = [open(), aPartition()];
      const changes = Array.from({ length: 101 }, (_, n) =>
        create(`row_${String(n).padStart(3, '0')}`, { n }),
      );
      await expect(tables.commit('cohorts', partition, changes)).rejects.toThrow(RangeError);
      await expect(tables.commit('cohorts', partition, [])).rejects.toThrow(RangeError);
      await expect(tables.commit('cohorts', partition, [create('a'), create('a')])).rejects.toThrow(
        RangeError,
      );
      expect(await tables.list('cohorts', partition)).toEqual([]);
      await tables.commit('cohorts', partition, changes.slice(0, 100));
      expect(await tables.list('cohorts', partition)).toHaveLength(100);
    });

    test.each(ODD_KEYS)('keeps the key %j, alone and in a transaction', async (key) => {
      const [tables, partition] = [open(), `${aPartition()} ${key}`];
      const [etag = ''] = await tables.commit('lookups', partition, [create(key, { key })]);
      expect(await tables.find('lookups', partition, key)).toEqual({ key, etag, value: { key } });
      expect((await tables.list('lookups', partition)).map((row) => row.key)).toEqual([key]);
      await tables.commit('lookups', partition, [
        { op: 'replace', key, value: { n: 2 }, etag },
        create(`${key}2`),
      ]);
      const [row] = await tables.list('lookups', partition, { from: key, limit: 1 });
      expect(row).toMatchObject({ key, value: { n: 2 } });
      await tables.commit('lookups', partition, [
        { op: 'remove', key, etag: row?.etag ?? '' },
        create(`${key}3`),
      ]);
      const left = await tables.list('lookups', partition, { from: key });
      expect(left.map((other) => other.key)).toEqual([`${key}2`, `${key}3`]);
    });

    test('never mixes up keys that differ only in odd characters', async () => {
      const [tables, partition] = [open(), aPartition()];
      await tables.commit(
        'lookups',
        partition,
        ODD_KEYS.map((key, n) => create(key, { n })),
      );
      for (const [n, key] of ODD_KEYS.entries()) {
        expect((await tables.find('lookups', partition, key))?.value).toEqual({ n });
      }
    });

    test('refuses text, rows and keys that are too large, and says which property', async () => {
      const [tables, partition] = [open(), aPartition()];
      const commit = (value: object, key = 'row') => tables.commit('people', partition, [create(key, value)]);
      await expect(commit({ learned: 'x'.repeat(100_000) })).rejects.toThrow(TooLarge);
      await expect(commit({ learned: 'x'.repeat(100_000) })).rejects.toThrow('learned');
      await expect(commit({ lines: ['x'.repeat(40_000)] })).rejects.toThrow('lines');
      const wide = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`p${n}`, 'é'.repeat(31_000)]));
      await expect(commit(wide)).rejects.toThrow(TooLarge);
      await expect(commit({}, 'k'.repeat(401))).rejects.toThrow(TooLarge);
      await expect(commit({}, '/'.repeat(200))).rejects.toThrow(TooLarge);
      expect(await tables.list('people', partition)).toEqual([]);
      await commit({ text: '😀'.repeat(16_000), key: 'ok' }, '/'.repeat(170));
      await expect(
        tables.commit(
          'people',
          partition,
          Array.from({ length: 60 }, (_, n) => create(`${n}`, { a: '語'.repeat(30_000) })),
        ),
      ).rejects.toThrow(TooLarge);
      expect(await tables.list('people', partition)).toHaveLength(1);
    });

    test('lists in ordinal order, from and to, up to a limit', async () => {
      const [tables, partition] = [open(), aPartition()];
      const keys = ['goal', 'goal_a', 'goal_b', 'goal`', 'goalstep_a', 'Goal_z', 'goal_', '9', '10', 'ö'];
      await tables.commit(
        'pairs',
        partition,
        keys.map((key) => create(key)),
      );
      const list = async (range?: object) =>
        (await tables.list('pairs', partition, range)).map(({ key }) => key);
      expect(await list()).toEqual([...keys].sort());
      expect(await list({ from: 'goal_', to: 'goal`' })).toEqual(['goal_', 'goal_a', 'goal_b']);
      expect(await list({ from: 'goal_', to: 'goal`', limit: 2 })).toEqual(['goal_', 'goal_a']);
      expect(await list({ limit: 0 })).toEqual([]);
      expect(await list({ from: 'x', to: 'a' })).toEqual([]);
    });

    test('lists more than a page', async () => {
      const [tables, partition] = [open(), aPartition()];
      const keys = Array.from({ length: 2_300 }, (_, n) => `row_${String(n).padStart(5, '0')}`);
      for (let n = 0; n < keys.length; n += 100) {
        await tables.commit(
          'cohorts',
          partition,
          keys.slice(n, n + 100).map((key) => create(key)),
        );
      }
      expect((await tables.list('cohorts', partition)).map(({ key }) => key)).toEqual(keys);
      const some = await tables.list('cohorts', partition, { from: 'row_00500', limit: 1_500 });
      expect(some.map(({ key }) => key)).toEqual(keys.slice(500, 2_000));
    });

    test('lets exactly one of twenty create a row', async () => {
      const [tables, partition] = [open(), aPartition()];
      const tries = Array.from({ length: 20 }, (_, n) =>
        tables.commit('people', partition, [create('slot_0', { n }), create(`by_${n}`)]),
      );
      const outcomes = await Promise.allSettled(tries);
      const winners = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
      expect(winners).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict);
      }
      const rows = await tables.list('people', partition);
      expect(rows.map(({ key }) => key)).toEqual([`by_${winners[0]}`, 'slot_0']);
    });

    test('loses no count when twenty change one row at once', async () => {
      const [tables, partition] = [open(), aPartition()];
      await tables.commit('lookups', partition, [create('count', { n: 0 })]);
      const countOne = async (): Promise<void> => {
        const row = await tables.find('lookups', partition, 'count');
        if (!row) throw new Error('The count is gone.');
        const value = { n: (row.value as { n: number }).n + 1 };
        try {
          await tables.commit('lookups', partition, [
            { op: 'replace', key: 'count', value, etag: row?.etag ?? '' },
          ]);
        } catch (error) {
          expect(error).toBeInstanceOf(Conflict);
          await countOne();
        }
      };
      await Promise.all(Array.from({ length: 20 }, countOne));
      expect((await tables.find('lookups', partition, 'count'))?.value).toEqual({ n: 20 });
    });

    test('refuses a property that would hide behind one of the service', async () => {
      const [tables, partition] = [open(), aPartition()];
      for (const name of ['etag', 'timestamp', 'PartitionKey', 'a b', 'x__json', 'own:topic']) {
        await expect(tables.commit('people', partition, [create('row', { [name]: 1 })])).rejects.toThrow(
          name,
        );
      }
    });
  });
}

interface Patience {
  /** Lets time pass for the queue. */
  wait(ms: number): Promise<void>;
}

/** What `Queue` promises; run on the fake and on Azurite. `open` gives an empty queue. */
export function describeQueue(name: string, open: () => Promise<Queue & Patience>): void {
  const item = (outbox: string) => ({ table: 'pairs' as const, partition: 'p/ä 😀 <&>', outbox });
  const received = async (queue: Queue, max = 32, hiddenMs = 30_000) =>
    (await queue.receive(max, hiddenMs)).map(({ item: { outbox }, attempts }) => `${outbox} ${attempts}`);

  describe(`queue: ${name}`, () => {
    test('gives back what was sent and forgets what is done', async () => {
      const queue = await open();
      await queue.send(item('outbox_1'));
      const [first] = await queue.receive(5, 1_000);
      expect(first).toMatchObject({ item: item('outbox_1'), attempts: 1 });
      await first?.done();
      await queue.wait(1_100);
      expect(await received(queue)).toEqual([]);
    });

    test('hides what is being worked on and shows it again when it is not done in time', async () => {
      const queue = await open();
      await queue.send(item('outbox_1'));
      expect(await received(queue, 1, 1_000)).toEqual(['outbox_1 1']);
      expect(await received(queue)).toEqual([]);
      await queue.wait(1_100);
      expect(await received(queue)).toEqual(['outbox_1 2']);
    });

    test('leaves an item to whoever received it last', async () => {
      const queue = await open();
      await queue.send(item('outbox_1'));
      const [slow] = await queue.receive(1, 1_000);
      await queue.wait(1_100);
      const [quick] = await queue.receive(1, 1_000);
      await slow?.done();
      await queue.wait(1_100);
      expect(await received(queue, 1, 1_000)).toEqual(['outbox_1 3']);
      await quick?.done();
    });

    test('keeps an item back as long as asked', async () => {
      const queue = await open();
      await queue.send(item('later'), 1_000);
      await queue.send(item('now'));
      expect(await received(queue)).toEqual(['now 1']);
      await queue.wait(1_100);
      expect(await received(queue)).toEqual(['later 1']);
    });

    test('gives at most as many as asked', async () => {
      const queue = await open();
      for (let n = 0; n < 40; n++) await queue.send(item(`outbox_${n}`));
      expect(await received(queue, 3)).toHaveLength(3);
      expect(await received(queue, 100)).toHaveLength(queue.constructor.name === 'MemoryQueue' ? 37 : 32);
    });

    test('gives every item to one of two receivers at once', async () => {
      const queue = await open();
      for (let n = 0; n < 20; n++) await queue.send(item(`outbox_${n}`));
      const all = (await Promise.all(Array.from({ length: 8 }, () => received(queue, 5)))).flat();
      expect(new Set(all).size).toBe(all.length);
      expect(all).toHaveLength(20);
    });

    test('puts aside what was tried eight times', async () => {
      const queue = await open();
      await queue.send(item('poison'));
      for (let attempt = 1; attempt <= 8; attempt++) {
        expect(await received(queue, 1, 1_000)).toEqual([`poison ${attempt}`]);
        await queue.wait(1_050);
      }
      expect(await received(queue, 1, 1_000)).toEqual([]);
      await queue.wait(1_050);
      expect(await received(queue, 1, 1_000)).toEqual([]);
    });
  });
}

export const wait = (ms: number): Promise<void> => sleep(ms);
