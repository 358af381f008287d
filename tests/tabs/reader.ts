/** What somebody in front of a screen does and sees, by role and by label. */
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { RouteName } from '#api/contract/paths.ts';
import { answers, pending, problem, type Script } from './answers.ts';
import { onScreen } from './onScreen.tsx';

export const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
export const heading = (name: string): Locator => page.getByRole('heading', { name, exact: true });
export const box = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
export const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
export const words = (text: string | RegExp): Locator => page.getByText(text, { exact: true });
export const alert = (): Locator => page.getByRole('alert');
export const press = (name: string): Promise<void> => button(name).click();

type Sight = Locator | string | RegExp;
const asLocator = (what: Sight) => (typeof what === 'string' || what instanceof RegExp ? words(what) : what);
export const sees = (what: Sight) => expect.element(asLocator(what)).toBeVisible();
export const seesNo = (what: Sight) => expect.element(asLocator(what)).not.toBeInTheDocument();
export const says = (text: string | RegExp) => expect.element(alert()).toHaveTextContent(text);

interface Reading<Name extends RouteName> {
  /** The route that is read. */
  reads: Name;
  part(): ReactNode;
  given: Script;
  /** What stands there once it is read. */
  there(): Locator;
}

/** Wherever something is read: one moment, then it is there; or a sentence, and a way to try again. */
export function waitsAndTriesAgain<Name extends RouteName>({
  reads,
  part,
  given,
  there,
}: Reading<Name>): void {
  test('asks for a moment while it is read', async () => {
    const server = answers({ ...given, [reads]: pending });
    await onScreen(part());
    await expect.element(page.getByRole('status').filter({ hasText: 'One moment…' })).toBeVisible();
    await expect.poll(() => server.sent(reads).length).toBeGreaterThan(0);
    expect(there().length).toBe(0);
  });

  test('says kindly why it cannot be read, and reads it again when asked to', async () => {
    const server = answers({
      ...given,
      [reads]: problem(500, 'We have trouble just now. Please try again.'),
    });
    await onScreen(part());
    await says('We have trouble just now. Please try again.');
    server.now({ [reads]: given[reads] });
    await press('Try again');
    await sees(there());
    await seesNo(alert());
  });
}
