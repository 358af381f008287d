import { asId, toInstant } from '#domain/basics/ids.ts';
import type { ConversationState, Line } from '#domain/enrolment/conversation.ts';
import { askedList } from '#domain/enrolment/conversation.ts';
import { answer, begin, confirm, type Reaction, type Situation } from '#domain/enrolment/enrolment.ts';
import { readable } from '#domain/enrolment/hearing.ts';
import { stepOf } from '#domain/enrolment/turn.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import type { Role } from '#domain/people/person.ts';
import { topicsIn } from '#domain/profile/labels.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import { wordsFor } from '#words/words.ts';

export const words = wordsFor('en');
export const speech = speechFor(words, 'en');
const MORNING = Date.parse('2026-11-23T09:00:00Z');
const DAY = 86_400_000;

/** Amelie talks to the bot; what it says is kept as sentences. */
export class Talk {
  profile: Profile;
  role: Role;
  state: ConversationState;
  last: string[] = [];
  buttons: string[] = [];
  finished: string | undefined;
  now = MORNING;

  constructor(role: Role = 'executive', profile = emptyProfile('Europe/Zurich', ['en'])) {
    this.role = role;
    this.profile = profile;
    const turn = begin(asId('pilot'), this.facts());
    this.state = turn.state;
    this.listen(turn.said);
  }

  facts(): Situation {
    const standing = {
      ...{ firstName: 'Amelie', partners: [], here: { paired: [], introduced: [] } },
      ...{ isSearchPossible: false, hoursPerMonth: 2, speech },
    };
    return {
      ...{ profile: this.profile, role: this.role, firstName: 'Amelie', now: toInstant(this.now), speech },
      standing,
    };
  }

  say(...texts: string[]): this {
    for (const text of texts) {
      this.now += 1000;
      const heard = hearByNames(readable(text), askedList(stepOf(this.state)));
      const turn = answer(this.state, { text, heard }, this.facts());
      this.take(turn);
    }
    return this;
  }

  /** Ticks what the last card offers, or some of it, and keeps it. */
  tick(...topics: string[]): this {
    const offered = this.state.memo.offer?.topics ?? [];
    const picked = offered.filter(({ topic }) => topics.length === 0 || topics.includes(topic));
    return this.take(confirm(this.state, { topics: picked, own: '' }, this.facts()));
  }

  keepOwn(own: string): this {
    return this.take(confirm(this.state, { topics: [], own }, this.facts()));
  }

  take(turn: Reaction): this {
    this.state = turn.state;
    this.profile = { ...this.profile, ...turn.profilePatch };
    this.finished = turn.finished;
    this.listen(turn.said);
    return this;
  }

  wait(days: number): this {
    this.now += days * DAY;
    return this;
  }

  listen(said: Line[]): void {
    this.last = said.map((one) =>
      one.text ? words(one.text.word, one.text.values) : `card ${one.card?.name}`,
    );
    this.buttons = said.flatMap((one) => one.buttons ?? []).map((button) => button.hears);
  }
}

/** Topics by list. */
export const topics = (talk: Talk) => ({
  wants: topicsIn(talk.profile, 'wants'),
  offers: topicsIn(talk.profile, 'offers'),
  interests: topicsIn(talk.profile, 'interests'),
});
