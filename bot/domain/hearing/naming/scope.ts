import type { Name } from '#domain/hearing/naming/names.ts';
import { type Clause, saidBy } from '#domain/hearing/text/clauses.ts';
import { telling } from '#domain/hearing/text/emptyWords.ts';

/**
 * How a name is meant. `denied`: not that one. `lacking`: somebody says they cannot do it, which is a wish where
 * wishes are asked for. `unclear`: better ask.
 */
export type Stand = 'meant' | 'denied' | 'lacking' | 'unclear';

const DENIES = pattern(
  'not|no|never|without|less|zero|than|enough (?:about|of|with)|too much|had it with|had it up to here with|am over|(?<=prefer (?:\\w+ ){1,4})to|over(?= (?:\\w+ ){1,3}any ?(?:day|time))|except|excluding|apart from|aside from|other than|instead of|rather than|anything but|everything but|all but|anyone but|nothing (?:to do with|about|with|on|from|like)|do not (?:send|give|bring|show) me|stay away|keep (?:me )?away from',
  'remove|delete|forget(?: about)?|drop|scratch|scrap|strike|take (?:out|away|off)|take(?= (?:\\w+ ){1,4}(?:out|off|away)\\b)|leave (?:out|off)|get rid of|cross (?:out|off)|cut|lose',
  '(?:can|could) not care less|hate|dislike|sick of|tired of|fed up with|bored (?:of|by|with)|had enough of|done with|done (?:\\w+ ){0,2}to death|allergic to|neither|nor|nope|used to|no longer|gave up|given up|stopped|quit|avoid|steer clear of|keep me away from|stay away from|skip',
  'nicht|kein\\w*|ohne|ausser|weder|statt|anstatt|pas|sans|sauf|plutot que|jamais|streich\\w*|entfern\\w*|losch\\w*|enleve[rz]?|supprime[rz]?|ni|sin|quitar?|eliminar?|borrar?|excepto|menos|en vez de|nunca|tampoco|hasse|odio|deteste',
);
/** Said with a denying word, and denies nothing. */
const HARMLESS = pattern(
  'not (?:only|just|sure|yet|to mention|least|bad|necessarily|simply|enough|afraid)|more than (?:just|only|anything|ever)|less than|no less|(?:older|younger|longer|rather) than \\d|why not|how (?:to )?not|no (?:problem|worries|matter|doubt|rush|one|idea why|end)|nothing but|never (?:mind|too late|enough|get enough|tire|stopp?ed|stop|miss(?:ed)?|far|fails)|not mind|not be without|can not (?:wait|stop|live|get enough|imagine)|can ?not wait|not without|no longer scared|do not (?:put|make|sound|look|have to|forget)|(?:do|would|can) not (?:\\w+ ){0,2}live without|if not|used to (?:work|be|run|lead|coach|teach|play|do)(?= .*\\b(?:so|and|still|again|can|help)\\b)|get used to|(?:am|are|is|get|getting|got) used to|pas (?:seulement|mal)|nicht nur|no solo',
  'forget about lunch|cut (?:down|costs|hair|video)|lose weight|stop (?:smoking|motion)',
);
/** Turns a denial round in the middle of a clause. */
const TURNS = pattern(
  'but|rather|instead|more like|actually|anymore|any more|mostly|it is|i meant?|i (?:want|would|can|do|like|love|prefer)|sondern|lieber|eher|mais|plutot|sino|mejor',
);
const ALL_BUT =
  /^(?:anything|everything|all|anyone) but|^instead of|^rather than|^other than|^plutot que|^en vez de|^anstatt|^statt/;
const LACKS = new RegExp(
  '\\b(?:(?:not|no|never) (?:so |very |that |really |too |any |much |exactly )?(?:good|great|strong|confident|an? expert|expert|comfortable|idea|clue|experience|know|understand|get|fluent|skilled)\\b' +
    '|can not (?:really |even )?$|(?:can|could) not\\b(?! care)|know (?:nothing|little|next to nothing)|(?:bad|terrible|useless|hopeless|awful|rubbish|poor|lost|weak) (?:at|with|in|when)|clueless|struggl\\w+|scared of|afraid of|never (?:understood|used|tried|learned|learnt|got|did|really))',
);
/** Said behind a name that is not meant. */
const DENIED_BEHIND =
  /^\s*(?:(?:\w+ )?(?:is|are|was|were) not (?:really |just |so |exactly )?(?:for me|my \w+|a (?:problem|topic)|what i|something|interesting|needed|necessary|mine|it$)|(?:really |just )?not (?:for me|my \w+|interested|needed|today|anymore|any more|any longer)|no thanks|no more|bores? me|(?:is|are) (?:boring|dull|over|off|out|for others|for somebody else|for someone else)|off\b|out\b|(?:bitte )?(?:raus|weg|loschen|streichen|entfernen)(?: bitte)?$|(?:was|is) wrong|not so much|not really|not at all|not$|leaves? me cold|no$|no (?:that|thanks|please|more)|never(?: again| touched it)?$|can (?:stay away|wait)|(?:can|may) go$|to (?:others|somebody else|someone else|(?:the|my) \w+)$|behind\b|i (?:can do|could do|can live) without|i (?:hate|dislike|can leave|do not (?:need|want|care|like))|i (?:\w+ ){0,3}(?:leave|left|hand|give|pass)(?: (?:it|that|this|them|those))?(?: over| on)? to\b|(?:is|are|was|were|holds?|has|have) (?:really |just |honestly )?(?:of )?(?:no|little|zero|hardly any) (?:\w+ )?(?:interest|use|concern|appeal|help)\b|lieber nicht|nicht|non merci|no gracias|interessiert mich nicht|ne m interesse pas|no me interesa)/;
/** Said behind a name that may not be meant. */
const DOUBTED_BEHIND =
  /^(?:\w+ ){0,2}(?:(?:is|are|was|were|does|do|did|will|would|has|have|can|could) not\b|never\b|no (?:fun|thanks|way|longer)\b|nothing for me|(?:all )?(?:figured|sorted|worked) out\b|(?:well )?(?:sorted|covered|nailed|under control)\b|makes? me (?:yawn|sick|sleepy|tired)|drives? me|puts? me)/;
/** "Change golf to tennis": what stands between goes. */
const EXCHANGED = {
  before: /\b(?:change|replace|swap|exchange|switch|substitute)(?: from)?$/,
  behind: /^(?:with|for|to|by|against)\b/,
};
/** What others do, or what somebody nearly said, is asked about. */
const OF_OTHERS =
  /^(?:my (?:husband|wife|partner|boss|colleagues?|kids?|children|sons?|daughters?|brothers?|sisters?|friends?|team|mum|dad|mother|father|ex \w+)|everybody|everyone|people|others|they|he|she) (?:\w+ )?(?:says?|said|does|do|likes?|loves?|plays?|talks?|keeps?|wants?|thinks?)\b|\b(?:thought (?:about|of)|was going to (?:say|write|put)|first i (?:wrote|said|put)|i (?:said|wrote|typed))\b/;

/** So many words behind a denying word somebody may long speak of something else. */
const REACH = 6;

function pattern(...words: string[]): RegExp {
  return new RegExp(`\\b(?:${words.join('|')})\\b`, 'g');
}

/** Where words deny, in characters of what was said. */
function denialsIn(said: string): number[] {
  const harmless = [...said.matchAll(HARMLESS)].map(({ index, 0: hit }) => ({
    from: index,
    to: index + hit.length,
  }));
  return [...said.matchAll(DENIES)]
    .map(({ index }) => index)
    .filter((at) => !harmless.some(({ from, to }) => from <= at && at < to));
}

/**
 * How each name is meant: a denial reaches to the end of its clause and over "or", never over "but" or a full stop;
 * "no wait" takes back what was named last in the same message.
 */
export function standsOf(names: readonly Name[], clauses: readonly Clause[]): Stand[] {
  const opened = openDenials(clauses);
  const stands = names.map((name) => standIn(name, clauses[name.clause], opened[name.clause] ?? false));
  takeBack(names, clauses, stands);
  doubtBehind(names, clauses, stands);
  return stands;
}

/**
 * "Golf – well no, gave up on it": a clause that denies or corrects without naming what may speak of what was named
 * just before. That is asked about, never noted.
 */
function doubtBehind(names: readonly Name[], clauses: readonly Clause[], stands: Stand[]): void {
  clauses.forEach((clause, n) => {
    if (n === 0) return;
    const said = saidBy(clause.words);
    const isCue = denialsIn(said).length > 0 || MAY_REPLACE.test(said);
    if (!isCue || names.some((name, k) => name.clause === n && stands[k] !== 'meant')) return;
    const last = names.findLast((name) => name.clause < n)?.clause;
    if (last === undefined || last < n - 2) return;
    names.forEach((name, k) => {
      if (name.clause === last && stands[k] === 'meant') stands[k] = 'unclear';
    });
  });
}

const MAY_REPLACE =
  /\b(?:instead|changed my mind|kidding|joking|pardon|i mean(?! it\b)|i meant|meant|gave up|what am i saying|actually|wait|hang on|scratch|scrap|second thoughts?|correction|or rather|wrong|oops|nah|nope|nein|non merci|quatsch|ich meine|doch lieber|plutot|en fait|mejor dicho|digo)\b/;

/** Clauses that a denial of the one before still reaches. */
function openDenials(clauses: readonly Clause[]): boolean[] {
  let isDenied = false;
  return clauses.map((clause, n) => {
    const before = clauses[n - 1];
    const said = saidBy(clause.words);
    const isBare =
      telling(clause.words).length <= 2 &&
      !/\b(?:i|more|rather|put|add|just|now|yes|please|go|take|have|use|do|make|let|keep|stay)\b/.test(said);
    const goesOn =
      isDenied &&
      before?.sentence === clause.sentence &&
      (clause.joint === 'or' || ((clause.joint === 'and' || isListed(clauses, n)) && isBare));
    isDenied = denialsIn(said).length > 0 || goesOn;
    return goesOn;
  });
}

/** "Not jazz, rock or soul": a comma goes on where an "or" follows. */
const isListed = (clauses: readonly Clause[], n: number): boolean =>
  clauses[n]?.joint === 'comma' &&
  clauses[n + 1]?.joint === 'or' &&
  clauses[n + 1]?.sentence === clauses[n]?.sentence;

function standIn(name: Name, clause: Clause | undefined, isReached: boolean): Stand {
  if (!clause) return 'meant';
  if (name.language === 'ja' || name.language === 'ar') return standUnspaced(name, clause);
  const before = saidBy(clause.words.slice(0, name.from));
  const behind = saidBy(clause.words.slice(name.to));
  if (DENIED_BEHIND.test(behind)) return 'denied';
  if (DOUBTED_BEHIND.test(behind)) return 'unclear';
  if (EXCHANGED.before.test(before) && EXCHANGED.behind.test(behind)) return 'denied';
  const mark = denialsIn(before).at(-1);
  if (mark !== undefined) return standSince(before, mark);
  if (/^(?:except|apart|aside|instead|rather than)\b/.test(behind)) return 'meant';
  if (LACKS.test(before)) return 'lacking';
  if (OF_OTHERS.test(before)) return 'unclear';
  return isReached ? 'denied' : 'meant';
}

/** How a name behind a denying word is meant; `mark`: where that stands. */
function standSince(before: string, mark: number): Stand {
  const since = before.slice(mark);
  TURNS.lastIndex = 0;
  if (TURNS.test(since.replace(ALL_BUT, ''))) return 'meant';
  if (since.split(' ').length > REACH) return 'unclear';
  const lacks = LACKS.test(before.slice(Math.max(0, mark - 12))) && !/^(?:not|no)\b(?: \w+)?$/.test(since);
  return lacks ? 'lacking' : 'denied';
}

/** Japanese denies behind a name, Arabic before it. */
function standUnspaced(name: Name, clause: Clause): Stand {
  const said = clause.words.map(({ word }) => word).join(' ');
  const at = said.indexOf(name.written.toLowerCase());
  if (name.language === 'ja') {
    const behind = said.slice(Math.max(0, at) + name.written.length).replaceAll(' ', '');
    if (
      /^(?:ではなく|じゃなく|以外|を除|はやめ|は苦手|は嫌|には興味(?:が)?な|は興味(?:が)?な|はいら|は不要|は(?:しま)?せん)/.test(
        behind,
      )
    )
      return 'denied';
    return /(?:ない|ません|なく)/.test(behind) ? 'unclear' : 'meant';
  }
  const before = said.slice(0, Math.max(0, at)).split(' ').slice(-4).join(' ');
  if (/(?:^| )(?:ليس|ليست|غير|بدلا من|بدل|ما عدا|باستثناء|بدون|سوي|لا اريد|لا احب|لست)(?: |$)/.test(before))
    return 'denied';
  return /(?:^| )لا(?: |$)/.test(before) ? 'unclear' : 'meant';
}

const REPLACES =
  /\b(?:no wait|no sorry|no no|oh pardon|oh sorry|wait(?: no)?|hang on|hold on|scratch that|scrap that|strike that|forget that|delete that|drop that|i meant?|what i meant?|or rather|rather|correction|make (?:that|it)|actually(?: no)?|sorry not|hmm no|oh no|god no|change that|change it to|on second thoughts?|second thought|more like|better|quatsch|halt|doch lieber|moment|ich meine|ich meinte|pardon|en fait|je voulais dire|attends|perdon|mejor dicho|quiero decir|quise decir|digo|espera)\b|^(?:no|nope|nah|nein|non|sorry|oops|ups)\b/;
const SHORT_NO = /^(?:no|nope|nah|nein|non|sorry|oops|ups)$/;

/** "Budgets – no, wait: pricing": what was named last before those words goes, if something follows. */
function takeBack(names: readonly Name[], clauses: readonly Clause[], stands: Stand[]): void {
  clauses.forEach((clause, n) => {
    const said = saidBy(clause.words);
    const hit = REPLACES.exec(said);
    if (!hit || (n === 0 && hit.index === 0)) return;
    if (!isReplacing(hit[0], said, hit.index, clause)) return;
    const place = wordAt(clause, hit.index);
    const isBefore = ({ clause: at, to }: Name): boolean => at < n || (at === n && to <= place);
    const last = names.findLastIndex((name, k) => stands[k] === 'meant' && isBefore(name));
    const goesOn =
      names.some((name) => !isBefore(name)) ||
      telling(clause.words.slice(place + hit[0].split(' ').length)).length > 0 ||
      clauses.slice(n + 1).some(({ words }) => telling(words).length > 0);
    if (last < 0 || !(goesOn || /that\b|^actually no/.test(hit[0]))) return;
    const clauseOfLast = names[last]?.clause;
    // All that the last clause named goes, unless it names the same again behind the words.
    names.forEach((name, k) => {
      if (name.clause === clauseOfLast && stands[k] === 'meant' && isBefore(name))
        stands[k] = /^(?:i mean|sorry|actually|better|moment)$/.test(hit[0]) ? 'unclear' : 'denied';
    });
  });
}

/** The same words often replace nothing: "I'd rather swim", "I can wait for it", "make it better". */
function isReplacing(words: string, said: string, at: number, clause: Clause): boolean {
  if (SHORT_NO.test(words)) {
    // "No skiing" denies what follows, and takes back nothing.
    const isAlone =
      /^(?:\w+)(?:$| (?:wait|i|actually|sorry|not|rather|make|more|better|meant?|put|say|let)\b)/.test(said);
    return clause.joint !== 'start' && clause.joint !== 'and' && isAlone;
  }
  if (words === 'rather') return clause.joint === 'or' && at === 0;
  if (words === 'better') return at === 0 && clause.joint !== 'and' && clause.words.length > 1;
  if (words === 'actually') return at === 0 && clause.joint !== 'start' && clause.joint !== 'and';
  if (/^make/.test(words)) return at === 0 && clause.joint !== 'and';
  if (/^(?:wait|hold on|hang on)/.test(words))
    return !/\b(?:can|could|will|would|must|have to) (?:not )?wait\b|wait (?:for|to|until|in)\b/.test(said);
  if (/^i mean$|digo|moment|pardon|halt/.test(words)) return at === 0 && clause.joint !== 'start';
  return true;
}

const wordAt = (clause: Clause, at: number): number => {
  const found = clause.words.findIndex(
    (_, k) => saidBy(clause.words.slice(0, k)).length + (k > 0 ? 1 : 0) >= at,
  );
  return found < 0 ? clause.words.length : found;
};
