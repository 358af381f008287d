/** Who somebody may have lost, who may have done something, and what that may have been. */
export const RELATION =
  '(?:mum|mom|mother|dad|father|parents?|wife|husband|partner|girlfriend|boyfriend|brother|sister|son|daughter|child|baby|friend|uncle|aunt|dog|cat|grand\\w+)';
export const SOMEBODY =
  '(?:he|she|they|my (?:\\w+ )?(?:boss|mentor|mentee|executive|manager|colleague|partner|director|lead)|the (?:boss|mentor|executive|manager|director)|(?:an?|this|one|some) (?:\\w+ )?(?:colleague|director|executive|manager|mentor|man|guy|woman)|somebody|someone|people|everyone|noor)';
export const HARM =
  '(?:shout|yell|scream|grope|touch|harass|bull[yi]|threaten|insult|humiliat|grop|stalk|belittl|mock|laugh(?:ed|s|ing)? at me|discriminat|swore at|sworn at|swear(?:s|ing)? at|hit on|grab|blackmail|spread(?:s|ing)? rumou?rs|made a (?:racist|sexist)|racist|sexist)';

/** Somebody does not want to live: in German, French, Spanish, Japanese and Arabic, as plain text has it. */
export const DESPAIR: readonly string[] = [
  'ich (?:will|mochte) (?:\\w+ )?(?:sterben|nicht mehr leben)|(?:denke|gedanken) an (?:suizid|selbstmord)|mich umbringen|mir das leben nehmen',
  '(?:je )?(?:veux|voudrais) (?:mourir|en finir)|envie de mourir|ne veux plus vivre|me suicider|idees suicidaires',
  'quiero morir(?:me)?|no quiero (?:seguir )?viv(?:ir|iendo)|suicidarme|quitarme la vida',
  '自殺|死んでしまいたい|أفكر في الانتحار|الانتحار|لا أريد أن أعيش|أتمنى الموت',
];

/** Somebody is harassed, or has a complaint, in Japanese and Arabic. */
export const HARASSMENT: readonly string[] = [
  '嫌がらせ|ハラスメント|セクハラ|パワハラ|いじめられ(?:た|て)|相談したいこと',
  'يتحرش|تحرش بي|للتحرش|تحرش|مضايقة|يضايقني|تنمر|يهددني|أريد الإبلاغ|لدي شكوى|تقديم شكوى',
];
