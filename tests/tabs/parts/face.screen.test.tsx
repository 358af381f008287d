import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Tiles } from '#tabs/home/Tiles.tsx';
import { SpaceFaces } from '#tabs/pair/SpaceHeader.tsx';
import { answers, pending } from '../answers.ts';
import { aMe, aPairCard, aPlanning } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { withSpace } from '../pair/pairs.tsx';
import { sees } from '../reader.ts';

const tiles = (state: 'active' | 'paused' | 'introduced' | 'ended') => (
  <Tiles me={aMe({ pairs: [aPairCard({ state })] })} go={() => undefined} />
);
const face = () => document.querySelector('.fui-Avatar img')?.getAttribute('src');
const photos = { mine: '', partners: ['QUFB'] };

test.each(['active', 'paused'] as const)(
  'a partner’s photo stands on Home while they are a pair: %s',
  async (state) => {
    const server = answers({ pairPhotos: photos, planning: aPlanning() });
    await onScreen(tiles(state));
    await expect.poll(face).toBe('data:image/jpeg;base64,QUFB');
    expect(server.sent('pairPhotos').at(-1)?.params).toEqual({ pair: 'clara-aisha' });
  },
);

test.each(['introduced', 'ended'] as const)('nobody’s photo is asked for otherwise: %s', async (state) => {
  const server = answers({ planning: aPlanning() });
  await onScreen(tiles(state));
  await sees(page.getByRole('article'));
  expect(server.sent('pairPhotos')).toEqual([]);
  expect(face()).toBeUndefined();
});

test('initials stand where no photo has come, and where there is none', async () => {
  answers({ pairPhotos: pending, planning: aPlanning() });
  await onScreen(tiles('active'));
  await sees(page.getByRole('article'));
  await expect.poll(() => document.querySelector('.fui-Avatar__initials')?.textContent).toBe('A');
});

test('the space shows both, each their own: a photo, or initials', async () => {
  answers({ pairPhotos: { mine: '', partners: ['QUFB'] } });
  await onScreen(<SpaceFaces view={withSpace()} />);
  await expect.poll(face).toBe('data:image/jpeg;base64,QUFB');
  const faces = [...document.querySelectorAll('.fui-Avatar')];
  expect(faces.map((one) => one.querySelector('img') !== null)).toEqual([true, false]);
});
