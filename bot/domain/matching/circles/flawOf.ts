import type { PersonId } from '#domain/basics/ids.ts';
import { fitOf } from '#domain/matching/fit.ts';
import { type Candidate, ENOUGH_STRENGTH, strengthIn, toCandidates } from '#domain/matching/rules.ts';
import type { MatchPerson, Two } from '#domain/matching/types.ts';
import { type Circle, type CircleOptions, type CircleResult, circlesOf, KNOWN, STRENGTHS } from './circle.ts';
import { areMixed, FURTHER } from './mix.ts';
import { keepsApart } from './together.ts';

/**
 * What is wrong with circles that were found, by the plain rules between every two members and nothing of how they
 * were searched; empty when nothing is. Whether better ones exist it cannot tell.
 */
export function flawOf(people: readonly MatchPerson[], options: CircleOptions, found: CircleResult): string {
  const at = new Map(toCandidates(people, options.dateMs).map((one) => [`${one.role} ${one.id}`, one]));
  const seated = new Set<PersonId>();
  let value = 0;
  for (const pairs of circlesOf(found.pairs)) {
    const executive = at.get(`executive ${pairs[0]?.executive}`);
    const mentors = pairs.flatMap(({ mentor }) => at.get(`mentor ${mentor}`) ?? []);
    if (!executive || mentors.length !== pairs.length) return 'somebody is not here';
    for (const { id, room } of [executive, ...mentors]) {
      if (seated.has(id)) return `${id} sits twice`;
      if (room < 1) return `${id} has no room`;
      seated.add(id);
    }
    const flaw = flawIn({ executive, mentors }, options);
    if (flaw) return `${executive.id}: ${flaw}`;
    value += worthOf({ executive, mentors }, options);
  }
  return Math.abs(value - found.value) > found.pairs.length ? 'the sum is another' : '';
}

function flawIn({ executive, mentors }: Circle<Candidate>, options: CircleOptions): string {
  const { size, floor, pins = [], bans = [] } = options;
  if (mentors.length < size.least || mentors.length > size.most) return 'not so many sit together';
  const apart = keepsApart([executive, ...mentors]);
  if (apart) return apart;
  if (size.mixed && !areMixed([executive, ...mentors])) return 'all come from one department';
  for (const mentor of mentors) {
    const isNamed = (two: Two) => two.executive === executive.id && two.mentor === mentor.id;
    if (bans.some(isNamed)) return `${mentor.id} was ruled out`;
    if (!executive.wants.some((topic) => strengthIn(mentor, topic) >= ENOUGH_STRENGTH))
      return `${mentor.id} offers nothing that is wanted`;
    if (fitOf(executive, mentor) < floor && !pins.some(isNamed)) return `${mentor.id} fits too little`;
  }
  return '';
}

function worthOf({ executive, mentors }: Circle<Candidate>, { size }: CircleOptions): number {
  let [fit, known] = [0, 0];
  const further = new Set<string>();
  for (const mentor of mentors) {
    fit += fitOf(executive, mentor);
    if (mentor.department && mentor.department !== executive.department) further.add(mentor.department);
  }
  for (const topic of executive.wants) {
    let best = 0;
    for (const mentor of mentors) best = Math.max(best, strengthIn(mentor, topic));
    known += best;
  }
  if (size.mixed) fit += FURTHER * further.size;
  return fit + (KNOWN * known) / (STRENGTHS * executive.wants.length);
}
