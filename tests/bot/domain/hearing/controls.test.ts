import { describe, expect, it } from 'vitest';
import { type Control, controlsIn } from '#domain/hearing/acts/controls.ts';
import { readTalk, SETS, utterancesOf } from '#tests/hearing/sets.ts';

const SAID: Partial<Record<Control, string[]>> = {
  back: [
    ...[
      'Can I return to the previous question?',
      'undo that',
      'take me back one',
      'let me redo the last one',
    ],
    ...['I want to see the question before this', 'could you go back to the first question', 'revert'],
    ...[
      'I skipped that by mistake',
      'I hit send too early, take me to the last one again',
      'one back please',
    ],
    ...['is it possible to go back?', 'can I do that again?', 'What was the previous question?'],
    ...['zurück bitte', 'Kann ich noch mal zurück?', 'zur vorherigen Frage', 'rückgängig machen'],
    ...['revenir en arrière', 'je voudrais revenir à la question précédente', 'question précédente svp'],
    ...['volver atrás', '¿Puedo volver a la pregunta anterior?', '前の質問に戻ってください', '戻る'],
    ...['ارجع', 'العودة إلى السؤال السابق'],
  ],
  help: [
    ...['I’m stuck', 'How do I use this?', 'which commands do you understand', 'what are my options?'],
    ...['I am a bit lost here', 'can you explain how this works?', 'I don’t understand the question'],
    ...['what do you want me to say?', 'what can I write here?', 'could somebody help me?', 'now what?'],
    ...['this is confusing', 'list of commands', 'repeat the question please', 'I need help with this'],
    ...['Please assist me, I’m lost in this chat.', 'Nothing happens when I press the button'],
    ...['Ich verstehe die Frage nicht', 'Was kann ich hier schreiben?', 'Wie funktioniert das?'],
    ...[
      'je ne comprends pas',
      'comment ça marche ?',
      'Je suis perdue',
      'aidez-moi',
      'no entiendo la pregunta',
    ],
    ...[
      '¿Cómo funciona esto?',
      '¿Qué puedo decir?',
      '使い方を教えてください',
      'わかりません',
      'ساعدني',
      'لا أفهم السؤال',
    ],
  ],
  skip: [
    ...['let’s skip this question', 'can we move on to the next one?', 'I’d rather skip', 'I’ll pass'],
    ...['leave this blank please', 'I don’t want to answer that', 'Diese Frage überspringen bitte'],
    ...['question suivante', 'siguiente pregunta', 'スキップ', '次の質問お願いします', 'السؤال التالي'],
  ],
};
const STEERING: readonly Control[] = ['back', 'help', 'skip', 'stop', 'restart'];
const steers = (text: string): Control[] => controlsIn(text).filter((one) => STEERING.includes(one));

describe('controls in other words', () => {
  it.each(
    Object.entries(SAID).flatMap(([control, texts]) =>
      texts.map((text) => [control as Control, text] as const),
    ),
  )('hears %s in “%s”', (control, text) => {
    expect(steers(text)).toEqual([control]);
  });

  it.each([
    ...[
      "I'd love to understand how to help people get back to work",
      'getting back into running',
      'I can help',
    ],
    ...[
      'I want to help',
      'I’d like to help',
      'help colleagues with Excel',
      'how people use TikTok',
      'options trading',
    ],
    ...['how does blockchain work', 'going back to basics in finance', 'coming back from parental leave'],
    ...[
      'how do I use Power BI',
      'which commands does Git understand',
      'how to move on after a failed project',
    ],
    ...[
      'passing on knowledge',
      'next steps in my career',
      'explain blockchain',
      'repeat customers',
      'previous jobs',
    ],
    ...['I am lost in Excel', 'confused by crypto', 'I don’t understand memes', 'show me how Teams works'],
    ...[
      'help me understand TikTok',
      'I need help with Excel',
      'rewind – 80s films',
      'redo my kitchen',
      'return on investment',
    ],
    ...[
      'what do customers expect',
      'stuck in meetings all day',
      'how can I use it at work',
      'undo bias in hiring',
    ],
    ...['ich helfe gern beim Kochen', 'volver a estudiar', 'step back and let others lead'],
  ])('leaves the answer alone: %s', (text) => {
    expect(steers(text)).toEqual([]);
  });

  it('steers in no answer that others wrote', () => {
    const answers = SETS.flatMap(utterancesOf).filter(({ topics }) => topics.length > 0);
    const all = [...answers.map(({ text }) => text), ...readTalk().answers];
    // The number alone: what some of them wrote may be seen by nobody.
    expect(all.filter((text) => steers(text).length > 0).length).toBe(0);
  });
});
