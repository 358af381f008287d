import type { Concerns } from '#api/contract/concerns.ts';
import type { Exchanges } from '#api/contract/exchanges.ts';
import type { MeetingLookup, PanelView } from '#api/contract/meetings.ts';
import type { Searches } from '#api/contract/searches.ts';
import type { Random } from '#tests/bench/random.ts';
import type { Person } from '#tests/e2e/people.ts';
import type { SoakWorld } from './world.ts';

/** The next step of an executive's own search; now and then it is stopped instead. */
export async function search(who: Person, cohort: string, random: Random): Promise<unknown> {
  const { searches } = await who.ask<Searches>('GET /api/searches');
  const mine = searches.find((one) => one.cohort === cohort);
  const path = `/api/searches/${cohort}`;
  if (mine?.state === 'asking') return random.part() < 0.1 ? who.ask(`DELETE ${path}`) : undefined;
  const [first] = mine?.mentors ?? [];
  if (mine?.state !== 'choosing' || !first) return who.ask(`POST ${path}`, {});
  return who.ask(`POST ${path}/choice`, { first: first.person, others: true });
}

/** Raises a concern, or takes the open one back. */
export async function confide(who: Person, cohort: string, random: Random): Promise<unknown> {
  const { ways, raised } = await who.ask<Concerns>('GET /api/concerns');
  const open = raised.find(({ state }) => state === 'raised' || state === 'read');
  if (open) return random.part() < 0.5 ? who.ask(`DELETE /api/concerns/${open.concern}`) : undefined;
  const to = ways.find((way) => way.cohort === cohort)?.to;
  if (!to) return undefined;
  return who.ask('POST /api/concerns', { cohort, to, text: `What happened to ${who.key}-was not right.` });
}

/** The contact opens what was given to her, and closes what she opened. */
export async function hear(world: SoakWorld): Promise<void> {
  const hana = world.person('hana');
  await world.persist('concerns are heard', async () => {
    const { given } = await hana.ask<Concerns>('GET /api/concerns');
    for (const { concern, state } of given) {
      if (state !== 'raised' && state !== 'read') continue;
      await hana.ask(`PUT /api/concerns/${concern}`, { state: state === 'raised' ? 'read' : 'closed' });
    }
  });
}

/** All sit before one panel in their meeting and press at once, on the same view of it; now and then it ends. */
export async function turnThePanel(world: SoakWorld, who: Person, pair: string): Promise<void> {
  const { partners } = await who.ask<Exchanges>(`GET /api/pairs/${pair}/exchanges`);
  const others = partners.map(({ person }) => world.keys.get(person)).filter((key) => key !== undefined);
  const { id, chatId, startsAt, plannedEnd } = await world.meetingOf(pair, [who.key, ...others]);
  const ids = { teamsMeeting: id, teamsChat: chatId };
  await who.ask('POST /api/meetings', { ...ids, pair, startsAt, plannedEnd });
  const meeting = await who.ask<MeetingLookup>('POST /api/meetings/entry', ids);
  if (meeting.state !== 'yours' || !meeting.occurrence) return;
  const panel = `/api/pairs/${pair}/panel?occurrence=${meeting.occurrence}`;
  const { etag } = await who.ask<PanelView>(`GET ${panel}`);
  const presses = [who, ...others.map((key) => world.person(key))].map((one, n) =>
    one.ask(`POST ${panel}`, { move: n % 2 === 0 ? 'another' : 'pass' }, etag),
  );
  await Promise.all(presses);
  if (world.random.part() < 0.3)
    await who.ask(`POST ${panel}`, { move: 'keep' }, (await who.ask<PanelView>(`GET ${panel}`)).etag);
  if (world.random.part() < 0.3) await world.endMeeting(pair);
}
