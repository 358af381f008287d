import {
  type CardAction,
  type CardElement,
  type Drawn,
  draw,
  heading,
  listNames,
  openChat,
  openTab,
  plain,
  programme,
  type Reader,
  subheading,
  withReader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { topicIn } from '#usecases/pairs/reasons.ts';
import { several, severalIn } from '#words/several.ts';
import type { Words } from '#words/words.ts';

type Paired = Extract<PairFacts, { kind: 'paired' }>;

/** Everybody said yes: the first step, and the way to it. The mentor gets a first message to edit and send. */
export function pairedCard(facts: Paired, words: Words, reader: Reader): Drawn {
  const partners = withReader(facts.partners, reader);
  const names = listNames(facts.firstNames, reader);
  const group = several(facts.partners.length);
  const what = severalIn(facts);
  const { said, write } = facts.role === 'mentor' ? firstMessage(facts, words, { names }) : NO_MESSAGE;
  return draw(reader, words('bot:paired.summary', { ...partners, ...what }), {
    body: [
      heading(words('bot:paired.title', what)),
      ...programme(facts.cohortName),
      ...plain(words('bot:paired.lead', { ...partners, ...group })),
      ...plain(words(`bot:paired.next_${facts.role}`, { names, ...group })),
      ...said,
    ],
    actions: [...write, openTab(words('bot:paired.open'), reader, `pair/${facts.pair}`)],
  });
}

const NO_MESSAGE = { said: [] as CardElement[], write: [] as CardAction[] };

/**
 * Drawn from what brought the two together; to several, without what one of them wishes. Nothing where no address is
 * known.
 */
function firstMessage(facts: Paired, words: Words, { names }: { names: string }): typeof NO_MESSAGE {
  if (facts.mails.length === 0) return NO_MESSAGE;
  const about =
    facts.reasons.find(({ kind }) => kind === 'interest') ??
    facts.reasons.find(({ kind }) => kind === 'learn');
  const topic = about && 'topic' in about ? topicIn(words, about) : '';
  const kind = facts.partners.length > 1 ? 'many' : (about?.kind ?? 'plain');
  const message = words(`bot:paired.message.${kind}`, {
    names,
    topic,
    me: facts.myFirstName,
  });
  return {
    said: [
      subheading(words('bot:paired.messageTitle')),
      ...plain(message),
      ...plain(words('bot:paired.messageHint'), { size: 'Small', isSubtle: true }),
    ],
    write: [openChat(words('bot:paired.write', { names }), facts.mails, message)],
  };
}
