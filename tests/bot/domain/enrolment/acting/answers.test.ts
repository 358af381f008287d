import { describe, expect, it } from 'vitest';

import { asId, type CohortId } from '#domain/basics/ids.ts';
import { answerAct } from '#domain/enrolment/acting/answers.ts';
import {
  type ActAnswer,
  type ActLine,
  STANDINGS,
  type Standing,
  type StandingState,
} from '#domain/enrolment/acting/standing.ts';
import { confirmedIn } from '#domain/enrolment/acting/waysOut.ts';
import { type Say, STEPS } from '#domain/enrolment/conversation.ts';
import { ACTS, type Act } from '#domain/hearing/acts/acts.ts';
import { commandText, findCommand } from '#domain/hearing/acts/commands.ts';
import { controlsIn } from '#domain/hearing/acts/controls.ts';
import { hearActs } from '#domain/hearing/acts/hearActs.ts';
import { sentencesOf } from '#domain/hearing/text/sentences.ts';
import { firstProfile } from '#usecases/profile/profile.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import acts from '#words/en/acts.json' with { type: 'json' };
import { wordsFor } from '#words/words.ts';

const words = wordsFor('en');
const COHORT = {
  id: asId<CohortId>('finance-pilot'),
  name: 'Finance pilot',
  isOpen: true,
  endsOn: '26 November 2027',
  champions: ['Carla Champion'],
};
const CONTACT = { name: 'Petra Person', mail: 'petra@example.com' };
const RECEIVER = { cohort: 'pilot' as never, to: 'petra' as never, by: 'Friday, 4 December' };
const HAS_PARTNER: readonly StandingState[] = ['introduced', 'paired'];

function standing(state: StandingState, more: Partial<Standing> = {}): Standing {
  const isIn = state !== 'unknown' && state !== 'invited';
  return {
    ...{ state, firstName: 'Ada', role: state === 'unknown' ? undefined : 'executive' },
    ...{
      cohort: state === 'unknown' ? undefined : COHORT,
      contact: state === 'unknown' ? undefined : CONTACT,
    },
    ...{
      step: state === 'joining' ? 'wants' : undefined,
      profile: isIn ? firstProfile(undefined) : undefined,
    },
    ...{ partners: HAS_PARTNER.includes(state) ? ['Milo Example'] : [], isSearchPossible: false },
    here: {
      paired: state === 'paired' ? ['Milo Example'] : [],
      introduced: state === 'introduced' ? ['Milo Example'] : [],
    },
    ...{ hoursPerMonth: 1, speech: speechFor(words, 'en'), ...more },
  };
}

const textOf = ({ said }: ActAnswer): string =>
  said.map(({ text }) => (text ? words(text.word, text.values) : '')).join('\n');
const hearsOf = ({ said }: ActAnswer): string[] =>
  said.flatMap(({ buttons = [] }) => buttons.map(({ hears }) => hears));
const saysOf = ({ said }: ActAnswer): Say[] =>
  said.flatMap(({ text, buttons = [], opens }: ActLine) => [
    ...(text ? [text] : []),
    ...buttons.map(({ title }) => title),
    ...(opens ? [opens.title] : []),
  ]);

/** The sentence as it stands in the catalogue, the one for several where there are two. */
function rawOf(word: string): unknown {
  const path = word.replace(/^acts:/, '').split('.');
  const at = (keys: string[]): unknown =>
    keys.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], acts);
  return at(path) ?? at([...path.slice(0, -1), `${path.at(-1)}_other`]);
}

const CARE: readonly Act[] = ['distress', 'concern'];
const DONE =
  /(?:has|have|is|are) been (?:paused|ended|erased|deleted)|I(?:’ve| have)? (?:paused|ended|erased|deleted)|I(?:’ll| will) (?:pause|end|erase|delete)/i;

const OTHERS: Partial<Standing>[] = [
  {},
  { contact: undefined },
  { contact: { name: 'Petra Person' }, receiver: { ...RECEIVER, name: 'Petra Person' } },
  { receiver: { ...RECEIVER, name: 'Samuel Standin' } },
  { cohort: { ...COHORT, champions: [], isOpen: false }, role: 'mentor' },
  { isSearchPossible: true, nextMeeting: 'Monday, 7 December, 10:00' },
];

describe.each(ACTS)('%s, said in every state', (act) => {
  const answers = STANDINGS.flatMap((state) =>
    OTHERS.map((more) => {
      const at = standing(state, more);
      return { at, state, got: answerAct(act, at) };
    }),
  );

  it('gets an answer of its own, never the list of commands', () => {
    for (const { got } of answers) {
      expect(textOf(got).trim()).not.toBe('');
      expect(got.said.filter(({ card }) => card?.name === 'help')).toEqual([]);
      expect(got.said[0]?.text?.word).toMatch(/^acts:/);
    }
  });

  it('says only sentences that exist, with all they name', () => {
    for (const { got } of answers)
      for (const { word, values = {} } of saysOf(got)) {
        expect(words(word, values)).not.toBe(word.split(':')[1]);
        if (!word.startsWith('acts:')) continue;
        const raw = rawOf(word);
        expect(raw, word).toEqual(expect.any(String));
        for (const [, name = ''] of String(raw).matchAll(/\{\{(\w+)\}\}/g))
          expect(String(values[name] ?? ''), `${word} names ${name}`).not.toBe('');
        expect(words(word, values)).not.toMatch(/\{\{|\$t\(/);
      }
  });

  it('promises nothing that nobody can do yet', () => {
    for (const { got } of answers) expect(textOf(got)).not.toMatch(DONE);
  });

  it('comes back to the open question, or steps aside for a reason', () => {
    const goesElsewhere = ['stop', 'leave', 'skip', 'concern'].includes(act);
    for (const { got, state } of answers)
      expect(got.thenAsk, state).toBe(state === 'joining' && !goesElsewhere);
  });

  it('offers a next step that is understood', () => {
    for (const { at, got } of answers) {
      const hears = hearsOf(got);
      if (!CARE.includes(act) && !got.thenAsk && got.does === undefined) expect(hears).not.toEqual([]);
      expect(hears.length).toBeLessThanOrEqual(3);
      for (const text of hears) expect(isUnderstood(text), `${at.state}: ${text}`).toBe(true);
    }
  });

  it('does something final only after asking back', () => {
    for (const { got } of answers)
      if (got.does === 'leave') {
        expect(textOf(got)).toContain('Leave Finance pilot?');
        expect(hearsOf(got).map(confirmedIn)).toEqual(['leave', 'stay']);
      } else expect(hearsOf(got).map(confirmedIn)).not.toContain('leave');
  });
});

const isUnderstood = (text: string): boolean =>
  controlsIn(text).length > 0 ||
  findCommand(text) !== undefined ||
  confirmedIn(text) !== undefined ||
  hearActs(text, sentencesOf(text)).acts.length > 0 ||
  ['not for me', 'ask me later'].includes(commandText(text));

describe('care', () => {
  it.each(CARE)('names a person, opens a chat with them and keeps nothing: %s', (act) => {
    for (const state of STANDINGS) {
      const got = answerAct(act, standing(state, { contact: CONTACT }));
      expect(textOf(got)).toContain('Petra Person');
      expect(textOf(got)).toContain('I neither keep nor pass on');
      expect(textOf(got)).not.toContain('!');
      expect(got.does).toBeUndefined();
      expect(got.said.flatMap(({ opens }) => opens?.url ?? [])).toEqual([
        'https://teams.microsoft.com/l/chat/0/0?users=petra%40example.com',
      ]);
    }
  });

  it.each(CARE)('says honestly that nobody is named: %s', (act) => {
    const got = answerAct(act, standing('joined', { contact: undefined }));
    expect(textOf(got)).toContain('company’s own contact');
    expect(textOf(got)).not.toContain('Carla');
    expect(got.said.flatMap(({ opens }) => opens ?? [])).toEqual([]);
  });

  it('says that a name was not kept where it was not asked', () => {
    for (const state of ['joining', 'joined', 'introduced', 'paired'] as const)
      expect(textOf(answerAct('avoid', standing(state)))).toContain('haven’t kept it yet');
  });
});

describe('what can be done today', () => {
  it('leads to the question before a pair ends, also for somebody who left one behind', () => {
    for (const at of [standing('paired'), standing('left', { partners: ['Milo Example'] })]) {
      const got = answerAct('endPair', at);
      expect(hearsOf(got)).toEqual(['end this pair']);
      expect(textOf(got)).not.toContain('Petra');
      expect(textOf(answerAct('whoPartner', at))).toContain('Milo Example');
    }
  });

  it('leads a pair to its break, and who has none yet to a leave', () => {
    expect(hearsOf(answerAct('pause', standing('paired')))).toEqual(['take a break']);
    for (const state of ['joining', 'joined', 'introduced'] as const)
      expect(textOf(answerAct('pause', standing(state)))).toContain('say “on leave”');
    for (const state of ['joined', 'introduced'] as const)
      expect(answerAct('pause', standing(state)).does).toBe('away');
  });

  it('names what leaving ends, of this programme alone', () => {
    const said = textOf(answerAct('leave', standing('paired', { partners: ['Milo', 'Else Where'] })));
    expect(said).toContain('Your pair with Milo Example in Finance pilot ends by it');
    expect(said).not.toContain('Else Where');
    expect(textOf(answerAct('leave', standing('introduced')))).toContain('introduction to Milo Example');
    expect(textOf(answerAct('leave', standing('joined')))).not.toContain('Milo');
  });

  it('leads to where everything can be erased, and says that nothing has changed', () => {
    const answer = answerAct('delete', standing('joined'));
    const said = textOf(answer);
    expect(said).toContain(words('promises:erase'));
    expect(answer.said.some(({ opensTab }) => opensTab === 'privacy')).toBe(true);
    expect(said).toContain('everything stays as it is');
  });

  it('looks for a mentor only where that is possible', () => {
    expect(answerAct('findMentor', standing('joined', { isSearchPossible: true })).does).toBe('search');
    for (const state of ['unknown', 'invited', 'joining', 'left'] as const)
      expect(answerAct('findMentor', standing(state, { isSearchPossible: true })).does).toBeUndefined();
    expect(answerAct('findMentor', standing('joined')).does).toBeUndefined();
  });
});

describe('what is told of others', () => {
  it('never tells who asked, only who runs the programme', () => {
    for (const state of STANDINGS) {
      const said = textOf(answerAct('whoAsked', standing(state)));
      expect(said.includes('Carla Champion')).toBe(state !== 'unknown');
      expect(said).not.toMatch(/Milo|Petra/);
    }
  });

  it('names nobody who takes part but the partner', () => {
    expect(textOf(answerAct('whoElse', standing('joined')))).not.toMatch(/Carla|Milo|Petra/);
    expect(textOf(answerAct('whoElse', standing('paired')))).toContain('Milo Example');
  });

  it('says the promises in their own words', () => {
    const said = textOf(answerAct('whoSees', standing('joined')));
    for (const promise of ['champion', 'search']) expect(said).toContain(words(`promises:${promise}`));
    expect(textOf(answerAct('voluntary', standing('invited')))).toContain(words('promises:leave'));
  });
});

describe('facts', () => {
  it('tells how long it takes from the invitation and the programme', () => {
    const said = textOf(answerAct('howLong', standing('invited', { hoursPerMonth: 2 })));
    expect(said).toContain('2 hours a month');
    expect(said).toContain('26 November 2027');
  });

  it('tells the next meeting where one is known', () => {
    expect(textOf(answerAct('whenMeet', standing('paired', { nextMeeting: 'Monday' })))).toContain('Monday');
    expect(textOf(answerAct('whenMeet', standing('paired')))).toContain('no planned meeting');
  });

  it.each(STEPS)('gives whoever is unsure examples for the open question: %s', (step) => {
    const [executive, mentor] = (['executive', 'mentor'] as const).map((role) =>
      textOf(answerAct('unsure', standing('joining', { step, role }))),
    );
    expect(executive).not.toBe('');
    expect(executive === mentor).toBe(step !== 'wants' && step !== 'offers');
  });

  it('lets whoever left come back only while the programme is open', () => {
    const open = answerAct('changedMind', standing('left'));
    const closed = answerAct('changedMind', standing('left', { cohort: { ...COHORT, isOpen: false } }));
    expect(hearsOf(open)).toEqual(['join']);
    expect(hearsOf(closed)).not.toContain('join');
    expect(textOf(closed)).toContain('closed');
  });
});
