/** `node packages.ts PORT`: the bare server after loading every package that the product depends on. */
import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { dependencies: Record<string, string> };
for (const name of Object.keys(dependencies)) await import(name);
await import('./bot.ts');
