import { describe, expect, it } from 'vitest';
import { Once } from '#teams/answering/once.ts';
import { aContext } from '#tests/fakes/context.ts';

describe('what was answered', () => {
  it('is begun by exactly one of many who ask at once', async () => {
    const seen = new Once(aContext(), 'activity');
    const sights = await Promise.all(Array.from({ length: 20 }, () => seen.begin('a')));
    expect(sights.filter((sight) => sight === 'first')).toHaveLength(1);
    expect(sights.filter((sight) => sight === 'busy')).toHaveLength(19);
  });

  it('is done from then on, also for another server', async () => {
    const ctx = aContext();
    await new Once(ctx, 'activity').begin('a');
    await new Once(ctx, 'activity').finish('a');
    expect(await new Once(ctx, 'activity').begin('a')).toBe('done');
    expect(await new Once(ctx, 'press').begin('a')).toBe('first');
  });

  it('may be begun again at once when nothing came of it', async () => {
    const seen = new Once(aContext(), 'activity');
    await seen.begin('a');
    await seen.release('a');
    expect(await seen.begin('a')).toBe('first');
  });

  it('may be begun again after ten seconds when a server went down over it', async () => {
    const ctx = aContext();
    const seen = new Once(ctx, 'activity');
    await seen.begin('a');
    ctx.clock.advance(9_000);
    expect(await seen.begin('a')).toBe('busy');
    ctx.clock.advance(1_000);
    expect(await seen.begin('a')).toBe('first');
  });

  it('never fills more than its 65,536 places, whatever arrives', async () => {
    const ctx = aContext();
    const seen = new Once(ctx, 'activity');
    for (let n = 0; n < 500; n++) await seen.begin(`activity ${n}`);
    const rows = await ctx.tables.list('lookups', 'seen_activity');
    expect(rows.length).toBeLessThanOrEqual(500);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{4}$/);
  });
});
