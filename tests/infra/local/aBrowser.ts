import { type Browser, chromium } from 'playwright-core';

/** Chromium without a window. `CHROMIUM_PATH` says where it is; Debian's place otherwise. */
export const aBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
