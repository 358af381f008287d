import { afterEach, beforeEach, vi } from 'vitest';
import { cleared, expectAccessible } from './onScreen.tsx';

/** Four hundred time zones make a form slow to look at, and not different. */
const ZONES = ['Asia/Kolkata', 'Europe/Berlin', 'Europe/Copenhagen'];
const zones = vi.spyOn(Intl, 'supportedValuesOf');
beforeEach(() => void zones.mockReturnValue(ZONES));

/** Whatever a test leaves on screen is looked at once more, as somebody who cannot see it would. */
afterEach(async () => {
  try {
    await expectAccessible();
  } finally {
    cleared();
  }
});
