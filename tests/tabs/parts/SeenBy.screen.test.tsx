import { test } from 'vitest';
import { SeenBy } from '#tabs/parts/SeenBy.tsx';
import { onScreen } from '../onScreen.tsx';
import { sees } from '../reader.ts';

test('who can see it stands there in words', async () => {
  await onScreen(<SeenBy who="Only you." />);
  await sees('Only you.');
});
