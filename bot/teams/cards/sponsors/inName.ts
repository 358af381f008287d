import { AdaptiveCard, ShowCardAction, TextInput } from '@microsoft/teams.cards';
import { IN_NAME_WORD_MAX } from '#domain/announcements/inName.ts';
import { doneCard } from '#teams/cards/done.ts';
import { marked } from '#teams/cards/marked.ts';
import { type Drawn, draw, heading, openTab, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { InNameStands } from '#usecases/announcements/inName.ts';
import type { SponsorFacts } from '#usecases/sponsors/notices.ts';
import type { Words } from '#words/words.ts';

type Asking = Extract<SponsorFacts, { kind: 'inName' }>;

/** Words in the sponsor's name, whole, as they would be sent: yes, or not like this with a word back. */
export function inNameCard(facts: Asking, words: Words, reader: Reader): Drawn {
  const { from, title, text, cohort, announcement } = facts;
  const audience = words(`bot:inName.audience.${facts.audience}`);
  const names = { from, cohort: facts.cohortName, audience };
  const send = { cohort, announcement, answer: 'send' };
  return draw(reader, words('bot:inName.summary', { from, title }), {
    body: [
      heading(words('bot:inName.title')),
      ...plain(words('bot:inName.lead', names), { isSubtle: true }),
      ...plain(title, { weight: 'Bolder' }),
      ...marked(text),
    ],
    actions: [
      press(words('bot:inName.send'), 'inName.answer', send, { style: 'positive' }),
      new ShowCardAction({ title: words('bot:inName.no'), card: noCard(facts, words) }),
    ],
  });
}

function noCard({ cohort, announcement, cohortName }: Asking, words: Words): AdaptiveCard {
  const data = { cohort, announcement, answer: 'no' };
  return new AdaptiveCard(
    new TextInput({
      id: 'word',
      label: words('bot:inName.wordLabel'),
      isMultiline: true,
      maxLength: IN_NAME_WORD_MAX,
    }),
    ...plain(words('bot:inName.wordWho', { cohort: cohortName }), { size: 'Small', isSubtle: true }),
  )
    .withVersion('1.5')
    .withActions(press(words('bot:inName.sayNo'), 'inName.answer', data, { withInputs: true }));
}

/** What became of it. */
export const inNameStandsCard = (
  { title, cohortName, state }: InNameStands,
  words: Words,
  reader: Reader,
): Drawn =>
  doneCard(words('bot:inName.settled'), words(`bot:inName.${state}`, { title }), reader, {
    about: cohortName,
  });

/** To the champion: what the sponsor answered, with their word. */
export function inNameAnsweredCard(
  { answer, sponsor, title, cohortName, word }: Extract<SponsorFacts, { kind: 'inNameAnswered' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { sponsor, title, cohort: cohortName };
  return draw(reader, words(`bot:inNameAnswered.summary_${answer}`, values), {
    body: [
      heading(words('bot:inNameAnswered.title')),
      ...plain(words(`bot:inNameAnswered.lead_${answer}`, values)),
      ...plain(word),
    ],
    actions: [openTab(words('bot:inNameAnswered.open'), reader, 'console')],
  });
}
