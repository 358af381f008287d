import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORDINARY } from '#domain/hearing/byNames.ts';
import { type Nearness, nearnessOf } from '#domain/hearing/near/nearness.ts';
import { centred, nearBySentence, type TopicVectors, WIDTH } from '#domain/hearing/near/nearSentences.ts';
import { nearByWords, type TopicWords, WordVectors, wordsOfTopics } from '#domain/hearing/near/nearWords.ts';
import { saidOf, TOPICS } from '#domain/hearing/topics/topics.ts';
import { logistic } from '#domain/hearing/weigh.ts';

/** Vectors that are made by `npm run hearing -- vectors` and kept beside the catalogue. */
const FOLDER = join(import.meta.dirname, '..', 'domain', 'hearing', 'vectors');

const read = (name: string): Buffer => readFileSync(join(FOLDER, name));
const bytesOf = (buffer: Buffer): Int8Array =>
  new Int8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

interface WordTable {
  vectors: WordVectors;
  topics: TopicWords;
}

function readWordTable(): WordTable {
  const vectors = new WordVectors(ORDINARY, bytesOf(read('words.bin')));
  return { vectors, topics: wordsOfTopics(TOPICS.map(saidOf), vectors) };
}

/** Where the phrases of each topic begin in the vectors, and the end of the last. */
function startsOf(): number[] {
  const starts = [0];
  for (const topic of TOPICS) starts.push((starts.at(-1) ?? 0) + saidOf(topic).length);
  return starts;
}

/** The file begins with the centre as 512 floats; then come the phrases, topic by topic, as bytes. */
export function readTopicVectors(): TopicVectors {
  const file = read('topics.bin');
  const centre = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + WIDTH * 4));
  return { centre, phrases: bytesOf(file.subarray(WIDTH * 4)), starts: startsOf() };
}

/** What the topic vectors are made of; when it changes they have to be made anew. */
export const hashOfTopics = (): string =>
  createHash('sha256')
    .update(JSON.stringify(TOPICS.map((topic) => [topic.id, saidOf(topic)])))
    .digest('hex');

/** The topic vectors were made of the catalogue as it is. */
export function areVectorsCurrent(): boolean {
  const made = JSON.parse(read('topics.json').toString('utf8')) as { of: string };
  return made.of === hashOfTopics();
}

/** How near every topic is to a text, given its sentence vector. */
export type NearTo = (text: string, vector: Float32Array) => Nearness;

/** `about`: weights that tell answers from talk by their sentence vectors, the constant first. */
export function readNear(about: readonly number[]): NearTo {
  const table = readWordTable();
  const topics = readTopicVectors();
  return (text, vector) => {
    const seen = centred(vector, topics.centre);
    const isAbout = logistic((about[0] ?? 0) + seen.reduce((sum, x, n) => sum + x * (about[n + 1] ?? 0), 0));
    return nearnessOf(
      nearBySentence(vector, topics),
      nearByWords(text, table.vectors, table.topics),
      isAbout,
    );
  };
}
