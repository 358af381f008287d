import { test } from 'vitest';
import { Profile } from '#tabs/profile/Profile.tsx';
import { answers } from '../answers.ts';
import { aProfile, byMail } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

waitsAndTriesAgain({
  reads: 'profile',
  part: () => <Profile name="Clara Exampleton" />,
  given: { profile: aProfile() },
  there: () => button('Save my profile'),
});

test('shows what is known, and beside it who sees it', async () => {
  answers({ profile: aProfile() });
  await onScreen(<Profile name="Clara Exampleton" />);
  await sees(heading('My profile'));
  await sees('Short videos');
  await sees(
    'Seen by nobody but you. Nobody is told, and it never shows who takes part. It counts from the next round or search on.',
  );
});

test('is an empty form for whoever has said nothing yet', async () => {
  answers({ profile: aProfile({ wants: [], offers: [], meets: [], reach: [] }) });
  await onScreen(<Profile name="Clara Exampleton" />);
  await sees(heading('What I’d love to understand better'));
  await seesNo(button('Remove Short videos'));
});

test('fits a side panel', async () => {
  answers({
    profile: aProfile({ excludes: [byMail('henrik.eksempel.with-a-long-name@finance.example.com')] }),
  });
  await onScreen(<Profile name="Clara Exampleton" />, { widthPx: NARROW_PX });
  await sees(button('Save my profile'));
  await expectFits();
});
