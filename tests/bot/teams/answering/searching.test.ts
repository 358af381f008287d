import { beforeEach, describe, expect, it } from 'vitest';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { changeProfile } from '#tests/bot/searchWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { SearchChat, textOf, titlesOf } from '#tests/bot/teams/searchChat.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let chat: SearchChat;
beforeEach(async () => {
  chat = await SearchChat.open(teams);
});

describe('"find me a mentor"', () => {
  it.each([
    'find me a mentor',
    'Please find me a mentor!',
    'could you find a mentor',
    'I’m looking for a mentor',
    'I need a mentor',
    'show me mentors',
  ])('shows three to choose from: %s', async (text) => {
    const card = await chat.write('clara', text);
    expect(titlesOf(card)).toEqual(['Ask Aisha first', 'Ask Bruno first', 'Ask Chiara first', 'Not now']);
    expect(textOf(card)).toContain('Aisha has offered exactly that');
    expect(card.body).toContainEqual(
      expect.objectContaining({ type: 'Input.Toggle', id: 'others', value: 'true' }),
    );
  });

  it('shows how the search stands once somebody is asked', async () => {
    const card = await chat.write('clara', 'find me a mentor');
    await chat.press(card, 'Ask Bruno first', { others: 'true' });
    expect(textOf(await chat.write('clara', 'find me a mentor'))).toContain('Bruno is asked');
  });

  it('keeps two who share a first name apart, and asks the only one alone', async () => {
    const { world } = chat;
    await chat.rename(world.bruno, 'Aisha Przykład');
    const { actions = [] } = await chat.write('clara', 'find me a mentor');
    expect(actions.slice(0, 2).map(({ title }) => title)).toEqual([
      'Ask Aisha S. first',
      'Ask Aisha P. first',
    ]);
    await changeProfile(world, world.henrik, {
      excludes: ['bruno@turntable.example', 'aisha@turntable.example'].map(exclusionOf),
    });
    expect(titlesOf(await chat.write('henrik', 'find me a mentor'))).toEqual(['Ask Chiara', 'Not now']);
  });

  it('says what is missing to an executive without a topic, and sends a mentor on her way', async () => {
    await changeProfile(chat.world, chat.world.clara, { wants: [] });
    expect(textOf(await chat.write('clara', 'find me a mentor'))).toContain(words('search:noProfile'));
    await chat.write('aisha', 'find me a mentor');
    expect(JSON.stringify(teams.said.at(-1)?.body)).toContain(words('acts:findMentor.joined'));
  });

  it('asks for which programme where there are two', async () => {
    await chat.joinSecondWave();
    const card = await chat.write('clara', 'find me a mentor');
    expect(titlesOf(card)).toEqual(['Finance pilot', 'Second wave']);
  });
});
