import { describe, expect, it, vi } from 'vitest';
import { describeTables } from '#tests/bot/storage/contract.ts';
import { aContext } from '#tests/fakes/context.ts';
import { MemoryTables } from '#tests/fakes/tables.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew, ReadOnce, readingOnce } from '#usecases/story/readOnce.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

describeTables('read once, in memory', () => new ReadOnce(new MemoryTables()));

const settings = { locale: 'en', timeZone: 'UTC', newsMuted: false };
/** A context whose people hold Mia's settings, one that reads once, and what was asked of the tables. */
async function aRequest() {
  const ctx = aContext();
  const own = await Partition.open(ctx, 'people', 'mia');
  own.put('settings', '', settings);
  await own.commit();
  const asked = {
    list: vi.spyOn(ctx.tables, 'list'),
    find: vi.spyOn(ctx.tables, 'find'),
    commit: vi.spyOn(ctx.tables, 'commit'),
  };
  const calls = () => Object.values(asked).reduce((sum, { mock }) => sum + mock.calls.length, 0);
  return { ctx, request: readingOnce(ctx), calls };
}

describe('one request', () => {
  it('opens a partition once, however often it is asked for, also at the same moment', async () => {
    const { request, calls } = await aRequest();
    await Promise.all([1, 2, 3].map(() => Partition.open(request, 'people', 'mia')));
    expect((await findRow(request, 'people', 'mia', 'settings'))?.value).toEqual(settings);
    expect(await findRow(request, 'people', 'mia', 'channel')).toBeUndefined();
    expect(await listRows(request, 'people', 'mia', 'enrolment')).toEqual([]);
    expect(calls()).toBe(1);
  });

  it('knows what it wrote itself, with the ETag to write again', async () => {
    const { ctx, request, calls } = await aRequest();
    for (const newsMuted of [true, false, true]) {
      const own = await Partition.open(request, 'people', 'mia');
      own.put('settings', '', { ...settings, newsMuted });
      await own.commit();
    }
    expect(calls()).toBe(4);
    expect((await findRow(ctx, 'people', 'mia', 'settings'))?.value.newsMuted).toBe(true);
  });

  it('hands nobody a row that another changes under their hands', async () => {
    const { request } = await aRequest();
    const [one, other] = await Promise.all([1, 2].map(() => Partition.open(request, 'people', 'mia')));
    one?.put('settings', '', { ...settings, locale: 'de' });
    await one?.commit();
    expect(other?.find('settings')?.value.locale).toBe('en');
    other?.put('settings', '', { ...settings, locale: 'fr' });
    await expect(other?.commit()).rejects.toThrow('somebody else changed');
  });

  it('sees what others wrote once it lost a race to them', async () => {
    const { ctx, request } = await aRequest();
    await Partition.open(request, 'people', 'mia');
    const faster = await Partition.open(ctx, 'people', 'mia');
    faster.put('settings', '', { ...settings, locale: 'de' });
    await faster.commit();
    const seen: string[] = [];
    await retrying(request, async () => {
      const own = await Partition.open(request, 'people', 'mia');
      const known = own.find('settings')?.value ?? settings;
      seen.push(known.locale);
      own.put('settings', '', { ...known, newsMuted: true });
      await own.commit();
    });
    expect(seen).toEqual(['en', 'de']);
    expect((await findRow(ctx, 'people', 'mia', 'settings'))?.value).toEqual({
      ...settings,
      ...{ locale: 'de', newsMuted: true },
    });
  });

  it('reads anew where a story asks for it', async () => {
    const { ctx, request } = await aRequest();
    await findRow(request, 'people', 'mia', 'settings');
    const other = await Partition.open(ctx, 'people', 'mia');
    other.put('settings', '', { ...settings, locale: 'de' });
    await other.commit();
    expect((await findRow(request, 'people', 'mia', 'settings'))?.value.locale).toBe('en');
    anew(request);
    expect((await findRow(request, 'people', 'mia', 'settings'))?.value.locale).toBe('de');
  });

  it('asks again what failed', async () => {
    const { ctx, request } = await aRequest();
    vi.spyOn(ctx.tables, 'list').mockRejectedValueOnce(new Error('the tables are away'));
    await expect(Partition.open(request, 'people', 'mia')).rejects.toThrow('away');
    expect((await Partition.open(request, 'people', 'mia')).find('settings')?.value).toEqual(settings);
  });

  it('keeps so many partitions that a round of thousands does not fill the memory', async () => {
    const { request, calls } = await aRequest();
    for (let n = 0; n < 100; n++) await Partition.open(request, 'people', `person-${n}`);
    await Partition.open(request, 'people', 'person-99');
    expect(calls()).toBe(100);
    await Partition.open(request, 'people', 'person-0');
    expect(calls()).toBe(101);
  });
});
