import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { listContactsFor, receiverIn, type TurnTo } from '#usecases/cohorts/contactFor.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';

/** To whom somebody can turn in one programme, told before a word is written. */
export interface Way {
  cohort: CohortId;
  cohortName: string;
  /** Nobody near to either side, the contact before the stand-in; empty where nobody stands far enough. */
  contacts: TurnTo[];
  /** Who would get it: the first whom the bot reaches; empty where a message could only lie unread. */
  to: PersonId | '';
  /** Who runs the programme, by name. */
  champions: string[];
}

/** Every programme that somebody was invited to, with whom to turn to there; and whether others may turn to them. */
export async function listWays(ctx: Context, person: PersonId): Promise<{ ways: Way[]; isContact: boolean }> {
  const own = await Partition.open(ctx, 'people', person);
  const ways = await inParallel(own.list('enrolment'), ({ id, value }) =>
    wayIn(ctx, { cohort: asId(id), person }, value.cohortName),
  );
  return { ways, isContact: own.list('contact').length > 0 };
}

async function wayIn(ctx: Context, at: InCohort, cohortName: string): Promise<Way> {
  const contacts = await listContactsFor(ctx, at);
  const rows = await Partition.openCohort(ctx, at.cohort, ['champion']);
  const champions = rows.list('champion').map(({ id }) => asId<PersonId>(id));
  const name = await namesOf(ctx, champions);
  return {
    ...{ cohort: at.cohort, cohortName, contacts, to: receiverIn(contacts)?.person ?? '' },
    champions: champions.map(name).filter(Boolean),
  };
}

/** Who gets a concern of this person now; refused where they were not invited, or nobody can be reached. */
export async function requireReceiver(ctx: Context, at: InCohort): Promise<PersonId> {
  const own = await Partition.open(ctx, 'people', at.person);
  if (!own.find('enrolment', at.cohort)) throw new Refusal('missing', 'enrolment:notInvited');
  const receiver = receiverIn(await listContactsFor(ctx, at));
  if (!receiver) throw new Refusal('conflict', 'concern:nobody');
  return receiver.person;
}
