import { useQuery } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { call } from '#tabs/api/call.ts';
import { Ready } from '#tabs/parts/Ready.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aMe } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { alert, press, says, sees, seesNo, waitsAndTriesAgain, words } from '../reader.ts';

function Who() {
  const me = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call('me', { signal }) });
  return (
    <Ready query={me}>
      {({ name }) => (
        <>
          <p>This is {name}</p>
          <button type="button" onClick={() => void me.refetch()}>
            Look again
          </button>
        </>
      )}
    </Ready>
  );
}
const CLARA = 'This is Clara Exampleton';

waitsAndTriesAgain({
  reads: 'me',
  part: () => <Who />,
  given: { me: aMe() },
  there: () => words(CLARA),
});

test('while storage is away, it says that it tries again by itself, and does', async () => {
  const server = answers({ me: problem(503, 'Turntable can’t reach its storage.') });
  await onScreen(<Who />);
  await says(/Turntable can’t reach its storage\. This page is trying again by itself\./);
  await expect.poll(() => server.sent('me').length).toBeGreaterThan(2);
  server.now({ me: aMe() });
  await sees(CLARA);
  await seesNo(alert());
});

test('what was read once stays on screen when it cannot be read again', async () => {
  const server = answers({ me: aMe() });
  await onScreen(<Who />);
  await sees(CLARA);
  const before = server.sent('me').length;
  server.now({ me: problem(500) });
  await press('Look again');
  await expect.poll(() => server.sent('me').length).toBeGreaterThan(before);
  await sees(CLARA);
  await seesNo(alert());
  await sees(words(/this may not be up to date/));
  server.now({ me: aMe() });
  await press('Look again');
  await seesNo(words(/this may not be up to date/));
});

test.each([
  [0, 'We can’t reach Turntable just now. Please check your connection and try again.'],
  [
    401,
    'You couldn’t be signed in. Please try again; if it stays like this, sign out of Microsoft 365 and in again.',
  ],
])('says in our own words what the server cannot say itself: %i', async (status, sentence) => {
  answers({ me: problem(status) });
  await onScreen(<Who />);
  await says(sentence);
});

test('an error without a sentence still gets one', async () => {
  answers({ me: problem(500, '') });
  await onScreen(<Who />);
  await says('Something went wrong on our side. Nothing you wrote is lost; please try again.');
});

test('stays with one moment as long as it takes', async () => {
  answers({ me: pending });
  await onScreen(<Who />);
  await sees('One moment…');
});
