import { describe, expect, it } from 'vitest';
import { Talk, topics } from './talk.ts';

const written = (talk: Talk): string[] => talk.profile.excludes.map((one) => one.written);
const at = (talk: Talk, ...skipped: string[]): Talk => talk.say(...skipped);
const atMeet = (): Talk => at(new Talk(), 'AI', 'skip', 'skip');
const atLanguages = (): Talk => at(atMeet(), 'skip');
const atExcludes = (): Talk => at(atLanguages(), 'skip');

describe('whom somebody would rather not meet', () => {
  it('is kept beside the answer to another question', () => {
    const talk = atLanguages().say('I speak German, room for 2, and please not Sabine Keller');
    expect(written(talk)).toEqual(['Sabine Keller']);
    expect(talk.profile).toMatchObject({ languages: ['en', 'de'], capacity: 2 });
    expect(talk.last.join(' ')).toContain('Sabine Keller');
  });

  it('is never a tool, a way of meeting or a language', () => {
    const talk = new Talk().say('Budget planning. Please not Power Query', 'not Microsoft Teams please');
    expect(written(talk.say('skip', 'walk, but not Video Calls', 'not Swiss German'))).toEqual([]);
  });

  it('is put right by name, and taken off again, also at the card', () => {
    const talk = atExcludes().say('Anna Meier', 'sorry, not Anna Meier, Anna Maier');
    expect(written(talk)).toEqual(['Anna Maier']);
    expect(written(talk.say('remove Anna Maier'))).toEqual([]);
  });

  it.each([
    ['Maria Muster', 'actually Maria is fine'],
    ['maria', 'Maria is ok after all'],
    ['Maria Muster', 'actually, Maria Muster’s fine'],
    ['Maria Muster', 'Maria ist doch in Ordnung'],
  ])('may be met after all: %s, then "%s"', (name, text) => {
    const talk = atExcludes().say(name);
    expect(written(talk)).toEqual([name]);
    expect(written(talk.say(text))).toEqual([]);
  });

  it('stays on the list where two bear the name, or where it is no welcome', () => {
    const talk = atExcludes().say('Maria Muster and Maria Probe');
    expect(written(talk.say('Maria is fine'))).toEqual(['Maria Muster', 'Maria Probe']);
    expect(written(talk.say('Maria Probe is not ok'))).toEqual(['Maria Muster', 'Maria Probe']);
    expect(written(talk.say('Maria Probe is ok'))).toEqual(['Maria Muster']);
  });

  it.each(['god no', 'nobody lol'])('is nobody where somebody cries out or laughs: %s', (text) => {
    const talk = atExcludes().say(text);
    expect(written(talk)).toEqual([]);
    expect(talk.state.step).toBe('review');
  });

  it.each(['you can introduce me to anybody', 'I’m happy to meet anyone', 'open to everybody'])(
    'is nobody where somebody would meet anybody: %s',
    (text) => {
      const talk = atExcludes().say(text);
      expect(written(talk)).toEqual([]);
      expect(talk.state.memo.offer).toBeUndefined();
      expect(talk.state.step).toBe('review');
    },
  );

  it('is somebody where it is anybody but them', () => {
    expect(written(atExcludes().say('introduce me to anyone but Peter Huber'))).toEqual(['Peter Huber']);
    expect(atExcludes().say('I’ll meet everybody except Peter Huber').state.step).toBe('excludes');
  });

  it('is not what somebody offers to help with, and is asked for again', () => {
    const talk = atExcludes().say('I can help with artificial intelligence and giving feedback');
    expect(written(talk)).toEqual([]);
    expect(talk.state.step).toBe('excludes');
  });

  it('is no relative without a name, and is asked for again', () => {
    const talk = atExcludes().say('my mother-in-law');
    expect(written(talk)).toEqual([]);
    expect(talk.state.step).toBe('excludes');
  });

  it('is not whoever answers the question before at last', () => {
    const talk = atExcludes().say('english n german. just one person pls');
    expect(written(talk)).toEqual([]);
    expect(talk.profile.languages).toEqual(['en', 'de']);
    expect(talk.state.step).toBe('excludes');
  });

  it('is nobody’s topic', () => {
    const talk = new Talk().say('AI; not Peter Huber please');
    expect(written(talk)).toEqual(['Peter Huber']);
    expect(talk.state.memo.offer?.own).toBeUndefined();
  });

  it('is nobody where somebody only says yes', () => {
    expect(atExcludes().say('はい').profile.excludes).toEqual([]);
  });
});

describe('an answer', () => {
  it('may come one question late', () => {
    const talk = atLanguages().say('coffee, dammit');
    expect(talk.profile.meets).toEqual(['coffee']);
    expect(talk.state.step).toBe('languages');
  });

  it('is heard behind a laugh', () => {
    expect(topics(new Talk('mentor').say('haha fine: budgeting and telling bad jokes')).offers).toEqual([
      'budgets',
    ]);
    expect(new Talk().say('haha good one').last[0]).toBe('Glad to make you smile.');
  });

  it('is heard in Latin letters among others', () => {
    expect(topics(new Talk('mentor').say('Python、データ分析')).offers).toEqual(['python', 'dataAnalysis']);
    expect(topics(new Talk('mentor').say('PythonとExcelを教えられます')).offers).toEqual(['python', 'excel']);
  });

  it('stays one where it only sounds like a question', () => {
    expect(topics(new Talk().say('tiktok, and why nobody reads my emails')).wants).toEqual(['shortVideo']);
  });

  it.each([
    ['KI', ['ai']],
    ['Führung, Budget', ['leadership', 'budgets']],
  ])('is heard in one word of another language: %s', (text, wants) => {
    expect(topics(new Talk().say(text)).wants).toEqual(wants);
  });

  it('may stand beside what is to be changed', () => {
    const talk = atExcludes().say('nobody', 'change meeting to video');
    expect(talk.profile.meets).toEqual(['video']);
    expect(talk.state.step).toBe('review');
    expect(talk.say('change languages to German').profile.languages).toContain('de');
  });

  it('in a few words of English is taken for English', () => {
    expect(atLanguages().say('only me').last[0]).not.toContain('English only');
    expect(atMeet().say('running keeps me sane').last[0]).not.toContain('English only');
  });
});
