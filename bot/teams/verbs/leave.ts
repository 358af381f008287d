import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { hereCard, onLeaveCard } from '#teams/cards/enrolment/leave.ts';
import { sayOwnAway, sayOwnBack } from '#usecases/life/ownLeave.ts';
import { type Verb, verb } from './verb.ts';

export const leaveVerbs: Record<string, Verb> = {
  'leave.note': verb(z.object({ until: z.string().max(20).default('') }), {
    async run({ until }, by) {
      if (!z.iso.date().safeParse(until).success) throw new Refusal('invalid', 'acts:away.pickADay');
      await sayOwnAway(by.parts.ctx, by.person, asId(until));
      return { card: onLeaveCard(asId(until), by.words, by.reader) };
    },
  }),

  'leave.end': verb(z.object({}), {
    async run(_, by) {
      await sayOwnBack(by.parts.ctx, by.person);
      return { card: hereCard(by.words, by.reader) };
    },
  }),
};
