import {
  type CardAction,
  type Cards,
  type Drawn,
  draw,
  heading,
  listNames,
  moment,
  openChat,
  openMeeting,
  openTab,
  plain,
  press,
  programme,
  type Reader,
} from '#teams/cards/parts.ts';
import type { NudgeFacts } from '#usecases/nudges/notices.ts';
import { shownIn } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

export const nudgeCards: Cards<NudgeFacts> = { nudge: nudgeCard };

/** One kind reminder: what it is about, why it came, a way to be asked later and a way to switch them off. */
function nudgeCard(facts: NudgeFacts, words: Words, reader: Reader): Drawn {
  const partners = listNames(facts.partners, reader);
  const say = sayAbout(facts, words, { partners });
  const { pair, rule, occasion } = facts;
  return draw(reader, say('summary'), {
    body: [
      heading(words(`nudge:${rule}.title`)),
      ...programme(facts.cohortName),
      ...plain(say('lead')),
      ...linesOf(facts, words, reader),
      ...plain(words('nudge:whyTitle', { why: say('why') }), { size: 'Small', isSubtle: true }),
    ],
    actions: [
      ...waysOf(facts, words, reader),
      press(words('nudge:later'), 'nudge.later', { pair, rule, occasion }),
      press(words('nudge:off'), 'nudge.off', {}),
    ],
  });
}

/** What is said otherwise to executives than to mentors. */
const BY_ROLE: Record<NudgeFacts['rule'], readonly Part[]> = {
  draft: [],
  sign: [],
  anotherTime: ['lead', 'why'],
  firstMeeting: ['lead', 'why'],
  beforeFirst: ['lead'],
  afterFirst: ['lead'],
  rhythm: ['lead'],
  primer: ['lead'],
};
type Part = 'summary' | 'lead' | 'why';

/** A sentence of a rule, for this role and number of people. */
const sayAbout =
  ({ rule, role, partners }: NudgeFacts, words: Words, values: { partners: string }) =>
  (part: Part): string =>
    words(`nudge:${rule}.${part}${BY_ROLE[rule].includes(part) ? `_${role}` : ''}`, {
      ...values,
      count: partners.length,
    });

/** The line a mentor may send, to be read before it is opened. */
const linesOf = (facts: NudgeFacts, words: Words, reader: Reader) =>
  facts.role === 'mentor' && facts.times.length > 0
    ? plain(lineOf(facts, words, reader), { isSubtle: true })
    : [];

function lineOf({ rule, times, firstNames, myFirstName }: NudgeFacts, words: Words, reader: Reader): string {
  if (times.length === 0) return '';
  const or = new Intl.ListFormat(shownIn(reader.locale), { type: 'disjunction' });
  const said = or.format(times.map(({ startsAt }) => moment(startsAt, reader)));
  return words(`nudge:${rule}.line`, {
    names: listNames(firstNames, reader),
    times: said,
    me: myFirstName,
  });
}

/** What is said before the first conversation, with the pages of the tab to read on. */
const READS: readonly NudgeFacts['rule'][] = ['primer', 'beforeFirst'];

function waysOf(facts: NudgeFacts, words: Words, reader: Reader): CardAction[] {
  const { rule, role, times, mails, pair } = facts;
  const open = openTab(words(`nudge:${rule}.open`), reader, `pair/${pair}`);
  if (READS.includes(rule)) return [openTab(words('nudge:read'), reader, `primer/${pair}`), open];
  if (times.length === 0 || mails.length === 0) return [open];
  if (role === 'mentor') {
    const names = listNames(facts.firstNames, reader);
    return [openChat(words('nudge:write', { names }), mails, lineOf(facts, words, reader)), open];
  }
  const subject = listNames([...facts.firstNames, facts.myFirstName], reader);
  return [
    ...times.map((time) => openMeeting(moment(time.startsAt, reader), { ...time, subject, mails })),
    open,
  ];
}
