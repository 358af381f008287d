import type { PersonId } from '#domain/basics/ids.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aSearchWorld, type SearchWorld } from '#tests/bot/searchWorld.ts';
import type { LocalTeams } from './localTeams.ts';
import { cardIn, type ShownCard } from './stage.ts';
import { aBotOn, as, type Bot } from './surroundings.ts';

/** The people of the search world, in their chats with the bot. */
export class SearchChat {
  readonly world: SearchWorld;
  readonly bot: Bot;
  readonly #teams: LocalTeams;

  private constructor(teams: LocalTeams, world: SearchWorld) {
    this.#teams = teams;
    this.world = world;
    this.bot = aBotOn(world.ctx, teams);
  }

  static async open(teams: LocalTeams): Promise<SearchChat> {
    return new SearchChat(teams, await aSearchWorld());
  }

  /** The card of the bot's last message. */
  get said(): ShownCard {
    return cardIn(this.#teams.said.at(-1)) ?? { body: [] };
  }

  async write(name: string, text: string): Promise<ShownCard> {
    await this.bot.deliver({ ...as(name), text });
    return this.said;
  }

  /** Presses the button with this title, and fills in what the card asks; answers the card in its place. */
  async press(card: ShownCard, title: string, inputs: object = {}): Promise<ShownCard> {
    const action = card.actions?.find((one) => one.title === title);
    if (!action?.verb) throw new Error(`no button ${title} among ${titlesOf(card).join()}`);
    return (await this.bot.press(action.verb, { ...action.data, ...inputs })).value as ShownCard;
  }

  /** Clara takes part in a second cohort, too. */
  async joinSecondWave(): Promise<void> {
    const { ctx, clara, at } = this.world;
    const cohort = await ctx.tables.find('cohorts', at.cohort, 'cohort');
    const second = { ...cohort?.value, name: 'Second wave' };
    await ctx.tables.commit('cohorts', 'second', [{ op: 'create', key: 'cohort', value: second }]);
    await aContactIn(ctx, 'second');
    const enrolment = await ctx.tables.find('people', clara, `enrolment_${at.cohort}`);
    const value = { ...enrolment?.value, cohortName: 'Second wave' };
    await ctx.tables.commit('people', clara, [{ op: 'create', key: 'enrolment_second', value }]);
  }

  /** Somebody is called otherwise from now on. */
  async rename(person: PersonId, name: string): Promise<void> {
    const { tables } = this.world.ctx;
    const row = await tables.find('people', person, 'person');
    if (!row) throw new Error('there is nobody to rename');
    await tables.commit('people', person, [{ ...row, op: 'replace', value: { ...row.value, name } }]);
  }
}

export const titlesOf = ({ actions = [] }: ShownCard): string[] => actions.map(({ title }) => title);
export const textOf = ({ body }: ShownCard): string => JSON.stringify(body);
