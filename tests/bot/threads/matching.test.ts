import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { Claim } from '#domain/matching/checker/certificate.ts';
import { shareRows } from '#domain/matching/engine/sharedRows.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { PHASES } from '#domain/matching/types.ts';
import { aCompany, DAY } from '#tests/bench/cohort.ts';
import type { RoundToCheck } from '#threads/checkingWorker.ts';
import { matchInThread } from '#threads/matching.ts';
import { type PackedPeople, pack, unpack } from '#threads/packing.ts';
import { Thread } from '#threads/thread.ts';

const options = { floor: 0, dateMs: DAY };

describe('a round in a thread of its own', () => {
  it('comes to the same as beside it, and tells how far it is', async () => {
    const people = aCompany({ executives: 60, mentors: 70 });
    const phases: string[] = [];
    const result = await matchInThread(people, options, { watch: (phase) => phases.push(phase) });
    expect(result).toEqual(matchCohort(people, options));
    expect(PHASES.filter((phase) => phases.includes(phase))).toEqual(
      PHASES.filter((phase) => phase !== 'price' || phases.includes('price')),
    );
  });

  it('leaves the event loop free', async () => {
    const people = aCompany({ executives: 400, mentors: 400 });
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await matchInThread(people, options);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('ends when it is cancelled', async () => {
    const people = aCompany({ executives: 400, mentors: 400 });
    const cancelling = new AbortController();
    const watch = () => cancelling.abort(new Error('the champion changed their mind'));
    const matching = matchInThread(people, options, { watch, signal: cancelling.signal });
    await expect(matching).rejects.toThrow('the champion changed their mind');
    await expect(matchInThread(people, options, { signal: cancelling.signal })).rejects.toThrow();
  });

  it('fails as a promise does', async () => {
    const people = aCompany({ executives: 2, mentors: 2 });
    await expect(matchInThread([...people, ...new Array(1)], options)).rejects.toThrow();
  });
});

describe('a large round, checked in another thread', () => {
  const people = aCompany({ executives: 500, mentors: 520 });

  it('comes to the same, proof included', async () => {
    const result = await matchInThread(people, options);
    expect(result.provenBest).toBe(true);
    expect(result).toEqual(matchCohort(people, options));
  });

  it('is proven only by a check that ran to its end', async () => {
    const small = aCompany({ executives: 20, mentors: 20 });
    const found = matchCohort(small, options);
    const proves = async (people: PackedPeople, claim: Claim = found) => {
      const { port1, port2 } = new MessageChannel();
      const thread = Thread.of('./checkingWorker.ts');
      const round: RoundToCheck = { people, options, claims: port2, shared: shareRows(20) };
      port1.postMessage(claim);
      return thread.ask<RoundToCheck, never, boolean>(round, undefined, [port2]).finally(() => thread.end());
    };
    const packed = pack(small);
    expect(await proves(packed)).toBe(true);
    expect(await proves(packed, { ...found, pairs: found.pairs.slice(1) })).toBe(false);
    await expect(proves(undefined as unknown as PackedPeople)).rejects.toThrow();
  });

  it('ends both threads when it is cancelled', async () => {
    const cancelling = new AbortController();
    const watch = () => cancelling.abort(new Error('not now'));
    await expect(matchInThread(people, options, { watch, signal: cancelling.signal })).rejects.toThrow(
      'not now',
    );
  });
});

describe('people on their way into a thread', () => {
  it('arrive as they were, in their order', () => {
    const people = aCompany({ executives: 30, mentors: 40 });
    expect(people.some(({ former }) => former.length > 0)).toBe(true);
    expect(unpack(pack(people))).toEqual(people);
    const from = people.map((one, n) => ({ ...one, department: n % 2 ? 'risk' : 'legal' }));
    expect(unpack(pack(from))).toEqual(from);
    expect(unpack(pack([]))).toEqual([]);
  });
});
