import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Encode, loadEncoder } from '#bot/threads/encoder.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');
const FILE = join(FOLDER, 'hearing.json');
const BATCH = 128;

/** Sentence vectors by text, remembered between runs: the model never changes. */
export class Embedding {
  readonly #known: Map<string, Float32Array>;
  #encode: Encode | undefined;
  #isNew = false;

  constructor() {
    const kept = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as [string, string][]) : [];
    this.#known = new Map(
      kept.map(([text, bytes]) => [
        text,
        new Float32Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer),
      ]),
    );
  }

  async learn(texts: readonly string[]): Promise<void> {
    const missing = [...new Set(texts)].filter((text) => !this.#known.has(text));
    if (missing.length === 0) return;
    const encode = this.#encode ?? (await loadEncoder());
    this.#encode = encode;
    for (let n = 0; n < missing.length; n += BATCH) {
      const batch = missing.slice(n, n + BATCH);
      const vectors = await encode(batch);
      for (const [k, text] of batch.entries()) this.#known.set(text, Float32Array.from(vectors[k] ?? []));
    }
    this.#isNew = true;
  }

  of(text: string): Float32Array {
    const vector = this.#known.get(text);
    if (!vector) throw new Error(`not learnt: ${text}`);
    return vector;
  }

  keep(): void {
    if (!this.#isNew) return;
    mkdirSync(FOLDER, { recursive: true });
    const rows = [...this.#known].map(([text, { buffer }]) => [text, Buffer.from(buffer).toString('base64')]);
    writeFileSync(FILE, JSON.stringify(rows));
  }
}
