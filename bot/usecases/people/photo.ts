import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { PHOTO_BYTES_MAX } from '#domain/people/photo.ts';
import { isPhoto, partsOfPhoto, photoPlace, textOfPhoto } from '#domain/people/photoRow.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

/** What somebody's photo is, a JPEG in base64; empty for none. Whoever asks has made sure who may see it. */
export async function photoOf(ctx: Context, person: PersonId): Promise<string> {
  const row = await findRow(ctx, 'people', photoPlace(person), 'photo');
  return row ? textOfPhoto(row.value) : '';
}

/** Keeps a photo of themselves for somebody, over an older one; `invalid` for what is no small square JPEG. */
export async function savePhoto(ctx: Context, person: PersonId, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length > PHOTO_BYTES_MAX || !isPhoto(bytes)) throw new Refusal('invalid', 'profile:photo.unfit');
  const kept = bytes.toString('base64');
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', photoPlace(person));
    const known = rows.find('photo')?.value;
    if (known && textOfPhoto(known) === kept) return;
    rows.put('photo', '', { ...partsOfPhoto(kept), person, at: toInstant(ctx.clock.now()) });
    await rows.commit();
  });
}

/** Takes a photo away for good; where there is none, nothing happens. */
export async function removePhoto(ctx: Context, person: PersonId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', photoPlace(person));
    rows.remove('photo');
    await rows.commit();
  });
}
