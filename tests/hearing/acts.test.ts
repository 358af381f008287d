import { describe, expect, it } from 'vitest';
import type { Act } from '#domain/hearing/acts/acts.ts';
import { type Control, controlsIn } from '#domain/hearing/acts/controls.ts';
import { hearActs } from '#domain/hearing/acts/hearActs.ts';
import { sentencesOf } from '#domain/hearing/text/sentences.ts';
import { readTalk } from './sets.ts';

/** What each kind of talk may be heard as. */
const MEANT: Record<string, (Act | Control)[]> = {
  stopForNow: ['stop'],
  leaveProgramme: ['leave'],
  pauseUntil: ['pause'],
  endPair: ['endPair'],
  concern: ['concern'],
  distress: ['distress'],
  whatDoYouKnow: ['whatKnown'],
  deleteMyData: ['delete'],
  whoSees: ['whoSees', 'privacy'],
  whatIsThis: ['whatIsThis'],
  howLong: ['howLong'],
  voluntary: ['voluntary'],
  smallTalk: ['aside', 'laugh', 'bot'],
  whoAskedForMe: ['whoAsked'],
  whoIsChampion: ['whoChampion'],
  whoElse: ['whoElse'],
  findMentor: ['findMentor'],
  whenDoWeMeet: ['whenMeet'],
  weMet: ['met'],
  whoIsPartner: ['whoPartner'],
  changedMyMind: ['changedMind'],
  changeProfile: ['change', 'correct'],
  changeLanguage: ['language'],
  human: ['human', 'bot'],
  thanks: ['thanks'],
  trick: ['trick'],
  greeting: ['greeting'],
  unsure: ['unsure', 'skip'],
  skip: ['skip'],
  back: ['back'],
  help: ['help', 'unsure'],
  avoid: ['avoid'],
};
const NEEDED = ['distress', 'concern', 'stopForNow', 'leaveProgramme', 'deleteMyData', 'whoSees'];
const FLOOR = 0.9;
/** Heard in an answer, these would take somebody aback. */
const GRAVE: readonly (Act | Control)[] = ['distress', 'concern', 'trick', 'leave', 'delete', 'endPair'];
const GRAVE_MAX = 0.03;

const heardIn = (text: string): (Act | Control)[] => [
  ...hearActs(text, sentencesOf(text)).acts,
  ...controlsIn(text),
];

const talk = readTalk();
const kinds = [...new Set(talk.acts.map(({ act }) => act))];

const shareOf = (kind: string): number => {
  const said = talk.acts.filter(({ act }) => act === kind);
  const heard = said.filter(({ text }) => heardIn(text).some((one) => MEANT[kind]?.includes(one)));
  return heard.length / said.length;
};

describe('what people do beside answering', () => {
  it('knows what every kind of talk may be heard as', () => {
    expect(kinds.filter((kind) => !MEANT[kind])).toEqual([]);
    const percent = (kind: string): string => `${Math.round(100 * shareOf(kind))} %`;
    process.stdout.write(`${kinds.map((kind) => `${kind} ${percent(kind)}`).join(', ')}\n`);
  });

  it('hears care and ways out without blanks between words and from right to left', () => {
    const said: [Act, string][] = [
      ['distress', 'もう限界です'],
      ['distress', 'أريد أن أموت'],
      ['concern', 'セクハラを受けました'],
      ['concern', 'هددني مديري'],
      ['stop', 'また今度お願いします'],
      ['stop', 'لاحقا من فضلك'],
      ['leave', 'プログラムをやめたいです'],
      ['leave', 'أريد الانسحاب من البرنامج'],
      ['delete', 'データを削除してください'],
      ['delete', 'احذف بياناتي'],
    ];
    expect(said.filter(([act, text]) => !heardIn(text).includes(act))).toEqual([]);
  });

  it('hears what is said in quiet words', () => {
    const said: [Act, string][] = [
      ['distress', 'honestly I can’t do this anymore'],
      ['distress', 'everything is too much'],
      ['distress', 'I don’t see the point anymore'],
      ['distress', 'I cry in the bathroom at work'],
      ['avoid', 'Is it ok if I don’t want to be with Mr. Brandt?'],
      ['avoid', 'my manager please don’t, she would be upset'],
      ['avoid', 'not anyone in my own team'],
      ['avoid', '田中さんとは会いたくないです'],
      ['avoid', 'لا أريد مقابلة أحمد'],
    ];
    expect(said.filter(([act, text]) => !heardIn(text).includes(act))).toEqual([]);
  });

  it.each([
    'why nobody reads my emails',
    'keep me away from gyms, museums please',
    'I am not alone in this: Excel macros',
    'connect me with people in marketing',
    'someone I can talk to about careers',
    'meetings scheduled across calendars in Outlook',
    'on second thoughts no, LinkedIn posts',
    'how to take a break from screens',
  ])('leaves an answer alone that only sounds like one: %s', (text) => {
    expect(heardIn(text).filter((one) => one !== 'correct')).toEqual([]);
  });

  it.each(NEEDED)('is heard where it matters most: %s', (kind) => {
    expect(shareOf(kind)).toBeGreaterThanOrEqual(FLOOR);
  });

  it('is hardly ever heard in an answer that looks like it, where that would take somebody aback', () => {
    const grave = talk.answers.filter((text) => heardIn(text).some((one) => GRAVE.includes(one)));
    expect(grave.length / talk.answers.length, `${grave.length} answers`).toBeLessThanOrEqual(GRAVE_MAX);
  });
});
