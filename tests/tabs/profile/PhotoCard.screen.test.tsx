import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { isPhoto } from '#domain/people/photoRow.ts';
import { PhotoCard } from '#tabs/profile/PhotoCard.tsx';
import { answers, problem } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../reader.ts';

const card = () => <PhotoCard name="Clara Exampleton" />;

/** A picture as a file, drawn here; `noisy` is what shrinks worst. */
async function aPicture(width: number, height: number, { type = 'image/png', noisy = false } = {}) {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  brush.fillStyle = 'teal';
  brush.fillRect(0, 0, width, height);
  if (noisy) {
    const all = brush.createImageData(width, height);
    let seed = 1;
    for (let n = 0; n < all.data.length; n++) {
      seed = (seed * 16_807) % 2_147_483_647;
      all.data[n] = n % 4 === 3 ? 255 : seed % 256;
    }
    brush.putImageData(all, 0, 0);
  }
  return new File([await canvas.convertToBlob({ type })], 'me', { type });
}

async function choose(file: File) {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const bytesOf = (image = '') => Uint8Array.from(atob(image), (char) => char.charCodeAt(0));

test.each([
  ['a large one that lies down', 1_600, 900, {}],
  ['one that stands', 300, 800, { type: 'image/webp' }],
  ['a small one', 40, 60, { type: 'image/jpeg' }],
  ['one of nothing but noise', 700, 700, { noisy: true }],
])('a picture is sent as the server takes it: %s', async (_, width, height, how) => {
  const server = answers({ savePhoto: undefined });
  await onScreen(card());
  await sees(button('Choose a photo'));
  await choose(await aPicture(width, height, how));
  await sees('Your photo is kept.');
  const [sent] = server.sent('savePhoto');
  const bytes = bytesOf(sent?.body.image);
  expect(isPhoto(bytes)).toBe(true);
  expect(bytes.length).toBeLessThanOrEqual(48 * 1_024);
  // Nothing of the file but what is seen of it: no block of where and when it was taken (EXIF, marker APP1).
  expect([...bytes.slice(0, 4)]).toEqual([0xff, 0xd8, 0xff, 0xe0]);
});

test.each([
  ['a photo as some phones save it', new File(['\0\0\0\x18ftypheic'], 'me.heic', { type: 'image/heic' })],
  ['a damaged one', new File(['\xff\xd8\xff\xe0 and then nothing'], 'me.jpg', { type: 'image/jpeg' })],
  [
    'a drawing with a script',
    new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'me.svg', { type: 'image/svg+xml' }),
  ],
  ['an empty one', new File([], 'me.png', { type: 'image/png' })],
])('%s is refused in a sentence, and nothing is sent', async (_, file) => {
  const server = answers({});
  await onScreen(card());
  await sees(button('Choose a photo'));
  await choose(file);
  await says(/can’t be shown as a picture here, so nothing was changed/);
  expect(server.sent('savePhoto')).toEqual([]);
});

test('what is kept is shown, changed, and taken away with one press', async () => {
  const image = 'AAAA';
  const server = answers({ photo: { image }, removePhoto: undefined });
  await onScreen(card());
  await sees(button('Choose another'));
  await expect
    .poll(() => document.querySelector('.fui-Avatar img')?.getAttribute('src'))
    .toBe(`data:image/jpeg;base64,${image}`);
  server.now({ photo: { image: '' } });
  await press('Take it away');
  await sees('Your photo is gone.');
  expect(server.sent('removePhoto')).toHaveLength(1);
  await seesNo(button('Take it away'));
});

test('says who sees it, and fits a side panel', async () => {
  answers({ photo: { image: 'AAAA' } });
  await onScreen(card(), { widthPx: NARROW_PX });
  await sees(/^Seen by you, and by whoever you are a pair with/);
  await sees(button('Take it away'));
  await expectFits();
});

test('a refusal is said, and what was kept stays', async () => {
  answers({ photo: { image: 'AAAA' }, savePhoto: problem(422) });
  await onScreen(card());
  await sees(button('Choose another'));
  await choose(await aPicture(300, 300));
  await says('That can’t be done just now.');
  await expect.element(page.getByRole('button', { name: 'Choose another' })).toBeVisible();
});
