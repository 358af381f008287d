import { lexicon } from '#domain/hearing/byNames.ts';
import { hear, piecesOf } from '#domain/hearing/hear.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import type { Nearness } from '#domain/hearing/near/nearness.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import about from '#domain/hearing/weights/about.json' with { type: 'json' };
import weights from '#domain/hearing/weights/both.json' with { type: 'json' };
import { type Encode, loadEncoder } from './encoder.ts';
import { areVectorsCurrent, type NearTo, readNear } from './hearingFiles.ts';
import { serve } from './thread.ts';

/** A message to hear; without a text everything is loaded, and nothing heard. */
export interface Listening {
  text?: string;
  asked?: TopicList | undefined;
}

/** `stale`: the vectors were made of another catalogue, so nothing can be heard by meaning. */
export type Listened = 'ready' | 'stale' | Heard;

interface Loaded {
  encode: Encode;
  near: NearTo;
}

let loading: Promise<Loaded | undefined> | undefined;

/** A first sentence warms the encoder up; the one after it takes a tenth of the time. */
async function load(): Promise<Loaded | undefined> {
  if (!areVectorsCurrent()) return undefined;
  lexicon();
  const loaded = { near: readNear(about), encode: await loadEncoder() };
  await hearWith(loaded, 'How people use what they have learnt.', undefined);
  return loaded;
}

async function hearWith({ encode, near }: Loaded, text: string, asked: TopicList | undefined) {
  const pieces = piecesOf(text);
  const vectors = await encode(pieces);
  const known = new Map<string, Nearness>();
  const nearTo = (piece: string): Nearness | undefined => {
    const kept = known.get(piece);
    const vector = vectors[pieces.indexOf(piece)];
    if (kept || !vector) return kept;
    const made = near(piece, Float32Array.from(vector));
    known.set(piece, made);
    return made;
  };
  return hear(text, asked, { lexicon: lexicon(), weights, near: nearTo });
}

serve(async ({ text, asked }: Listening): Promise<Listened> => {
  loading ??= load();
  const loaded = await loading;
  if (!loaded) return 'stale';
  return text === undefined ? 'ready' : hearWith(loaded, text, asked);
});
