import { PHOTO_BYTES_MAX, PHOTO_SIDE_MAX } from '#domain/people/photo.ts';

/** The first that is small enough counts; at the last, 96 pixels a side, every picture is. */
const TRIES = [
  { side: PHOTO_SIDE_MAX, quality: 0.86 },
  { side: PHOTO_SIDE_MAX, quality: 0.7 },
  { side: 192, quality: 0.6 },
  { side: 96, quality: 0.5 },
];

/**
 * The middle of a picture as a small square JPEG, in base64. It is drawn anew here, so that nothing that the file says
 * beside its picture (where and when it was taken) leaves the machine. Rejects where the browser shows no picture of it:
 * a photo of some phones (HEIC), a damaged one, something else.
 */
export async function shrunk(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  try {
    for (const { side, quality } of TRIES) {
      const small = await drawn(picture, Math.min(side, picture.width, picture.height), quality);
      if (small.size <= PHOTO_BYTES_MAX) return base64Of(small);
    }
  } finally {
    picture.close();
  }
  throw new Error('no picture is as large as that');
}

async function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('there is nothing to draw with');
  const from = Math.min(picture.width, picture.height);
  const [left, top] = [(picture.width - from) / 2, (picture.height - from) / 2];
  // What is transparent would turn black.
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, side, side);
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, left, top, from, from, 0, 0, side, side);
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('nothing was drawn')));
    canvas.toBlob(take, 'image/jpeg', quality);
  });
}

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
