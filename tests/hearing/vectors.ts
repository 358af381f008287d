import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfTopics } from '#bot/threads/hearingFiles.ts';
import { centred, WIDTH } from '#domain/hearing/near/nearSentences.ts';
import { saidOf, TOPICS } from '#domain/hearing/topics/topics.ts';
import type { Embedding } from './embedding.ts';
import { readTalk } from './sets.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'bot', 'domain', 'hearing', 'vectors');

/** Makes the vectors of all that is said of the topics, around the mean of everyday talk. */
export async function makeVectors(embedding: Embedding): Promise<void> {
  const phrases = TOPICS.flatMap(saidOf);
  const talk = [...readTalk().acts.map(({ text }) => text), ...readTalk().answers];
  await embedding.learn([...talk, ...phrases]);
  const centre = new Float32Array(WIDTH);
  for (const text of talk)
    embedding.of(text).forEach((x, n) => {
      centre[n] = (centre[n] ?? 0) + x / talk.length;
    });
  const bytes = new Int8Array(phrases.length * WIDTH);
  phrases.forEach((phrase, k) => {
    centred(embedding.of(phrase), centre).forEach((x, n) => {
      bytes[k * WIDTH + n] = Math.round(x * 127);
    });
  });
  writeFileSync(
    join(FOLDER, 'topics.bin'),
    Buffer.concat([Buffer.from(centre.buffer), Buffer.from(bytes.buffer)]),
  );
  writeFileSync(
    join(FOLDER, 'topics.json'),
    `${JSON.stringify({ phrases: phrases.length, of: hashOfTopics() })}\n`,
  );
}
