import { picture, Seat, type World } from './world.ts';

/** What a person does in the tab, as the end-to-end tests say it. */
const SIZE = { width: 1000, height: 760 };
export const NARROW = [360, 280] as const;

export const seatOf = async (world: World, key: string, name: string, view = 'turntable'): Promise<Seat> =>
  new Seat(await world.open(`left=${key}&view=${view}&theme=light`, SIZE), 'Left', name);
export const press = (seat: Seat, name: string | RegExp) =>
  seat.tab.getByRole('button', { name }).first().click();
export const tab = (seat: Seat, name: string) => seat.tab.getByRole('tab', { name, exact: true }).click();
export const sees = (seat: Seat, said: string | RegExp) => seat.tab.getByText(said).first().waitFor();
export const choose = (seat: Seat, name: string) =>
  seat.tab.getByRole('radio', { name, exact: true }).check({ force: true });
export const fill = (seat: Seat, label: string | RegExp, value: string) =>
  seat.tab.getByLabel(label).first().fill(value);
/** Reads Home anew, and goes into the space of a pair. */
export async function enter(seat: Seat, partner: string): Promise<void> {
  await seat.page.reload();
  await seat.tab.getByRole('button', { name: new RegExp(`^Open: ${partner}`) }).click();
}
/** Takes a picture of somebody's chat, as it stands. */
export async function pictureChat(world: World, key: string, name: string, shows: string): Promise<void> {
  const seat = await seatOf(world, key, name, 'chat');
  await seat.card(shows).waitFor();
  await picture(seat.page, `year-chat-${key}-${shows.toLowerCase().replaceAll(/\W+/g, '-')}`);
  await seat.page.context().close();
}
