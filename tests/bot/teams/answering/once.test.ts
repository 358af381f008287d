import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Once } from '#teams/answering/once.ts';
import { aContext } from '#tests/fakes/context.ts';

describe('what was answered', () => {
  it('is begun by exactly one of many who ask at once', async () => {
    const once = new Once(aContext(), 'activity');
    const sights = await Promise.all(Array.from({ length: 20 }, () => once.begin('a')));
    expect(sights.filter((sight) => sight === 'first')).toHaveLength(1);
    expect(sights.filter((sight) => sight === 'busy')).toHaveLength(19);
  });

  it('is done from then on, also for another server', async () => {
    const ctx = aContext();
    const once = new Once(ctx, 'activity');
    await once.begin('a');
    await once.finish('a');
    expect(await once.begin('a')).toBe('done');
    expect(await new Once(ctx, 'activity').begin('a')).toBe('done');
    expect(await new Once(ctx, 'press').begin('a')).toBe('first');
  });

  it('may be begun again at once when nothing came of it', async () => {
    const once = new Once(aContext(), 'activity');
    await once.begin('a');
    await once.release('a');
    expect(await once.begin('a')).toBe('first');
  });

  it('may be begun again after ten seconds when a server went down over it', async () => {
    const ctx = aContext();
    const once = new Once(ctx, 'activity');
    await once.begin('a');
    ctx.clock.advance(9_000);
    expect(await once.begin('a')).toBe('busy');
    ctx.clock.advance(1_000);
    expect(await once.begin('a')).toBe('first');
  });

  it('is ended only by the server that began it', async () => {
    const ctx = aContext();
    await new Once(ctx, 'activity').begin('a');
    await new Once(ctx, 'activity').finish('a');
    await new Once(ctx, 'activity').release('a');
    expect(await new Once(ctx, 'activity').begin('a')).toBe('busy');
  });

  it('is forgotten earlier, and nothing worse, when another needs its place', async () => {
    const ctx = aContext();
    const once = new Once(ctx, 'activity');
    const [one, other] = twoInOnePlace();
    await once.begin(one);
    expect(await new Once(ctx, 'activity').begin(other)).toBe('first');
    await once.finish(one);
    expect(await once.begin(other)).toBe('busy');
    expect(await once.begin(one)).toBe('first');
  });

  it('is kept without the name of the chat, which is somebody’s', async () => {
    const ctx = aContext();
    const once = new Once(ctx, 'activity');
    await once.begin('a:clara\nactivity-1');
    await once.finish('a:clara\nactivity-1');
    expect(JSON.stringify(ctx.tables.all('lookups'))).not.toContain('clara');
  });

  it('never fills more than its 65,536 places, whatever arrives', async () => {
    const ctx = aContext();
    const once = new Once(ctx, 'activity');
    for (let n = 0; n < 500; n++) await once.begin(`activity ${n}`);
    const rows = await ctx.tables.list('lookups', 'seen_activity');
    expect(rows.length).toBeLessThanOrEqual(500);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{4}$/);
  });
});

/** Two ids of which only one can be remembered. */
function twoInOnePlace(): [string, string] {
  const known = new Map<string, string>();
  for (let n = 0; ; n++) {
    const place = createHash('sha256').update(`${n}`).digest('hex').slice(0, 4);
    const other = known.get(place);
    if (other !== undefined) return [other, `${n}`];
    known.set(place, `${n}`);
  }
}
