import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { resume, TURNS_MAX } from '#domain/enrolment/enrolment.ts';
import type { Role } from '#domain/people/person.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { topicsIn } from '#domain/profile/labels.ts';
import { emptyProfile } from '#domain/profile/profile.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import { wordsFor } from '#words/words.ts';
import { speech, Talk, topics, words } from './talk.ts';

describe('the conversation that learns who you are', () => {
  it('hears a whole profile in less than eight turns', () => {
    const talk = new Talk('executive').say(
      'TikTok and a bit of Power BI',
      'strategy, and opening doors to my network',
      'cycling, dogs',
      'a walk or a coffee, just ping me',
      'German too, and two people',
      'not with Bob.Miller@contoso.com',
      'done',
    );
    expect(talk.finished).toBe('done');
    expect(talk.state.turns).toBeLessThanOrEqual(TURNS_MAX);
    expect(topics(talk)).toMatchObject({
      wants: ['shortVideo', 'dashboards'],
      interests: ['cycling', 'pets'],
    });
    expect(talk.profile).toMatchObject({
      meets: ['walk', 'coffee'],
      reach: ['chat'],
      languages: ['en', 'de'],
      capacity: 2,
      excludes: [exclusionOf('bob.miller@contoso.com')],
    });
  });

  it('hears two answers in one sentence and does not ask the second again', () => {
    const talk = new Talk().say('I can help with SQL, and I would like to learn about TikTok');
    expect(topics(talk)).toMatchObject({ wants: ['shortVideo'], offers: ['sql'] });
    expect(talk.state.step).toBe('interests');
  });

  it('asks a mentor first what they could help with', () => {
    const talk = new Talk('mentor');
    expect(talk.state.step).toBe('offers');
    talk.say('Excel very well');
    expect(talk.profile.offers).toEqual([{ topic: 'excel', strength: 3 }]);
    expect(talk.state.step).toBe('wants');
  });

  it.each([['no, not TikTok – Power BI'], ['sorry, not TikTok: Power BI'], ['not TikTok but Power BI']])(
    'understands the correction “%s” at the next question',
    (correction) => {
      const talk = new Talk().say('TikTok', correction);
      expect(topics(talk)).toEqual({ wants: ['dashboards'], offers: [], interests: [] });
      expect(talk.state.step).toBe('offers');
    },
  );

  it.each([['sorry, I meant Power BI'], ['No, Power BI'], ['oops, Power BI']])(
    'takes nothing off for “%s”, which names nothing that goes, and offers it for the answer before',
    (correction) => {
      const talk = new Talk().say('TikTok', correction);
      expect(topics(talk)).toEqual({ wants: ['shortVideo'], offers: [], interests: [] });
      expect(topics(talk.tick()).wants).toEqual(['shortVideo', 'dashboards']);
      expect(talk.state.step).toBe('offers');
    },
  );

  it('says neither taken off nor new when both words mean the same topic', () => {
    const talk = new Talk().say('skip', 'skip', 'jazz', 'skip', 'skip', 'skip', 'not jazz – opera');
    expect(talk.last.join(' ')).not.toMatch(/Taken off|You like talking about: Music\./);
    expect(topicsIn(talk.profile, 'interests')).toHaveLength(1);
  });

  it('corrects at the card, says so, and shows the card again', () => {
    const talk = new Talk().say('SAP', 'skip', 'skip', 'skip', 'skip', 'skip', 'not SAP – Power BI');
    expect(topics(talk).wants).toEqual(['dashboards']);
    expect(talk.last).toContain('card profile');
    expect(talk.say('I also like chess').tick().profile.interests).toEqual(['boardGames']);
    expect(talk.say('looks good').finished).toBe('done');
  });

  it('goes back, shows what it knows, and takes more', () => {
    const talk = new Talk().say('TikTok', 'back');
    expect(talk.state.step).toBe('wants');
    expect(talk.last.join(' ')).toContain('Short video');
    expect(topics(talk.say('and Reddit')).wants).toEqual(['shortVideo', 'onlineCommunities']);
  });

  it('starts again without losing anything until it is said anew', () => {
    const talk = new Talk().say('TikTok', 'SQL', 'start again');
    expect(talk.state.step).toBe('wants');
    expect(topics(talk)).toMatchObject({ wants: ['shortVideo'], offers: ['sql'] });
    expect(topics(talk.say('Excel', 'skip'))).toMatchObject({ wants: ['excel'], offers: ['sql'] });
  });

  it('answers “why do you ask?” and “help” at every question and stays there', () => {
    const talk = new Talk();
    for (const step of ['wants', 'offers', 'interests', 'meet', 'languages', 'excludes', 'review']) {
      talk.say('why do you ask?');
      expect(talk.last[0]).toBe(words(`enrolment:why.${step}`));
      talk.say('help');
      expect(talk.last[0]).toBe(words(`enrolment:help.${step}`));
      expect(talk.state.step).toBe(step);
      talk.say(step === 'review' ? 'why do you ask' : 'skip');
    }
  });

  it('stops at once and goes on where it was', () => {
    const talk = new Talk().say('TikTok', 'stop');
    expect(talk.finished).toBe('stopped');
    const turn = resume(talk.state, talk.facts());
    expect(turn.state).toMatchObject({ about: 'enrolment', step: 'offers' });
    expect(words(turn.said[0]?.text?.word ?? '')).toContain('Welcome back');
  });

  it('resumes after a week of silence with one line that says where we were', () => {
    const talk = new Talk().say('TikTok').wait(7).say('hi');
    expect(talk.last[0]).toBe('Welcome back, Amelie. We were at what you could help a colleague with.');
    expect(talk.say('strategy').state.step).toBe('interests');
    expect(talk.wait(9).say('cycling').last[0]).toContain('Good to hear from you again');
  });

  it('skips the questions for whom it knows from another cohort', () => {
    const known = { ...emptyProfile('UTC', ['en']), wants: [asId<never>('excel')] };
    expect(new Talk('mentor', known).say('yes').finished).toBe('done');
  });

  it('keeps whom somebody would rather not meet by name, department or address, and tells nobody', () => {
    const talk = new Talk().say('excel', 'skip', 'skip', 'skip', 'skip');
    expect(talk.last.join(' ')).toContain('Nobody else ever sees this');
    talk.say('my colleague Bob Miller from accounting');
    expect(talk.last[0]).toContain('matches Bob Miller, and nobody else ever sees that');
    expect(talk.profile.excludes).toEqual([exclusionOf('Bob Miller')]);
    expect(topics(talk)).toEqual({ wants: ['excel'], offers: [], interests: [] });
  });
});

describe('people described by age', () => {
  it('are asked about kindly, and nothing of it is kept or said', () => {
    const talk = new Talk().say('what millennials want');
    expect(talk.last[0]).toBe(words('enrolment:personOrSkill'));
    expect(talk.state.step).toBe('wants');
    talk.say('how they use social media');
    expect(JSON.stringify([talk.profile, talk.state])).not.toMatch(/millennial/i);
    expect(topics(talk).wants).toEqual(['socialMedia']);
  });

  it('do not hide what else was said', () => {
    const talk = new Talk().say('how Gen Z uses TikTok');
    expect(topics(talk.tick('shortVideo')).wants).toEqual(['shortVideo']);
    expect(talk.last.join(' ')).not.toContain(words('enrolment:personOrSkill'));
  });
});

describe('whatever else people say', () => {
  it.each([
    ['asdfgh', 'enrolment:unheard.nonsense'],
    ['😀', 'enrolment:unheard.nonsense'],
    ['tell me a joke', 'acts:laugh'],
    ['haha', 'acts:laugh'],
    ['you are a stupid robot', 'acts:bot'],
    ['are you human?', 'acts:bot'],
    ['thanks', 'acts:thanks'],
  ])('gets a kind turn: “%s”', (text, word) => {
    const talk = new Talk().say(text);
    expect(talk.last[0]).toBe(words(word));
    expect(talk.state.step).toBe('wants');
    expect(talk.buttons).toContain('skip');
    expect(talk.profile).toEqual(emptyProfile('Europe/Zurich', ['en']));
  });

  it('moves on without a fuss when twice nothing was heard', () => {
    expect(new Talk().say('asdf', 'hjkl').state.step).toBe('offers');
  });

  it('picks the topics out of a life story of 5,000 characters', () => {
    const story =
      `I was born by the sea and my father fixed radios. ${'Then a lot of things happened. '.repeat(200)}`.slice(
        0,
        4900,
      );
    const talk = new Talk().say(`${story} Now I want to learn Python.`);
    expect(topics(talk).wants).toEqual(['python']);
    expect(talk.last[0]).toContain('Thank you for telling me so much');
  });

  it('keeps right-to-left words and markup as text', () => {
    const talk = new Talk()
      .say('الخط العربي')
      .keepOwn('الخط العربي')
      .say('<b>bold</b> $t(common:app) {{name}}');
    expect(Object.values(talk.profile.ownWords)[0]).toBe('الخط العربي');
    expect(talk.finished).toBeUndefined();
  });

  it('never throws, never loses its place, never asks for more than eight answers', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        'skip',
        'back',
        'restart',
        'help',
        'why do you ask?',
        'yes',
        'no',
        'stop',
        'done',
        'hi',
        '🙂',
        'change something',
      ),
      fc.constantFrom(
        'TikTok',
        'not SAP – Excel',
        'boomers',
        'a walk',
        'German',
        'nobody',
        'x@y.org',
        'I speak Dutch',
        'no, I meant chess',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom<Role>('executive', 'mentor'),
        fc.array(text, { maxLength: 12 }),
        (role, texts) => {
          const talk = new Talk(role);
          for (const one of texts) {
            if (talk.finished === 'done') break;
            talk.say(one);
            expect(talk.last.length).toBeGreaterThan(0);
            expect(talk.last.join('')).not.toMatch(/enrolment:|profile:|\{\{/);
            expect(talk.buttons.length).toBeLessThanOrEqual(6);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  const isThere = ({ state, finished }: Talk): boolean =>
    state.step === 'review' || state.step === 'excludes' || finished === 'done';

  it('reaches the card, or the one question that is never given up, within eight turns, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'asdf',
            'TikTok',
            'I speak Dutch',
            'I could show SQL',
            'boomers',
            '🙂',
            'no, not TikTok',
            'walk',
          ),
          { minLength: TURNS_MAX, maxLength: TURNS_MAX },
        ),
        (texts) => {
          const talk = new Talk();
          let turns = 0;
          for (const text of texts) {
            if (isThere(talk)) break;
            talk.say(text);
            turns += 1;
          }
          expect(isThere(talk)).toBe(true);
          expect(turns).toBeLessThanOrEqual(TURNS_MAX);
        },
      ),
    );
  });

  it('offers what may be meant, writes nothing before it is ticked, and goes on for whoever ignores it', () => {
    const talk = new Talk('executive').say('underwater basket weaving');
    expect(talk.state.step).toBe('offers');
    expect(talk.profile.ownWords).toEqual({});
    expect(Object.values(talk.keepOwn('underwater basket weaving').profile.ownWords)).toEqual([
      'underwater basket weaving',
    ]);
    expect(talk.state.step).toBe('offers');
  });
});

describe('the list of people not to meet', () => {
  const full = Array.from({ length: 20 }, (_, n) => exclusionOf(`p${n}@x.example`));

  it('that is full says whom it could not add', () => {
    const talk = new Talk('mentor', { ...emptyProfile('UTC', ['en']), excludes: full });
    talk.say('skip', 'skip', 'skip', 'skip', 'skip', 'not with my-boss@x.example');
    expect(talk.last.join(' ')).toMatch(/full at 20, so I couldn’t add my-boss@x.example/);
  });
});

describe('own topics', () => {
  it('keep nothing that cannot be seen', () => {
    const talk = new Talk('mentor').say('zq\u200bxv weaving');
    expect(Object.values(talk.profile.ownWords).join(' ')).not.toMatch(/\u200b/u);
  });
});

describe('a profile card', () => {
  it('speaks one language, whatever the client’s is', () => {
    for (const locale of ['he', 'zh', 'sv', 'fa-IR']) {
      const other = speechFor(wordsFor(locale), locale);
      expect(other.list(['one', 'two'])).toBe(speech.list(['one', 'two']));
      expect(other.language('en')).toBe('English');
    }
  });
});
