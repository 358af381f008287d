import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { FACES } from '../tabs/parts/faces.ts';
import { findChromium } from './chromium.mjs';

/** Draws the five faces that cards show, for light and dark alike: a light disc with a dark face and a rim. */
const SIZE = 96;
const svgOf = ({ mouth, isOpen }: (typeof FACES)[number]): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 48 48" style="display:block">
  <circle cx="24" cy="24" r="21.5" fill="#E8EBFA" stroke="#5B5FC7" stroke-width="2.5"/>
  <circle cx="17.5" cy="19.5" r="2.4" fill="#242424"/><circle cx="30.5" cy="19.5" r="2.4" fill="#242424"/>
  <path d="${mouth}" fill="${isOpen ? '#242424' : 'none'}" stroke="#242424" stroke-width="2.4"
    stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;

const out = join(import.meta.dirname, '..', 'tabs', 'public', 'faces');
await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium() ?? 'chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
for (const face of FACES) {
  await page.setContent(`<body style="margin:0;background:transparent">${svgOf(face)}</body>`);
  await writeFile(join(out, `${face.value}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
