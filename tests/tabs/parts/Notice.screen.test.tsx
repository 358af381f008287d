import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '#tabs/api/problem.ts';
import { Failed, Notice, Waiting } from '#tabs/parts/Notice.tsx';
import { onScreen } from '../onScreen.tsx';
import { heading, press, says, sees } from '../reader.ts';

test('says one thing, and the way on', async () => {
  const onward = vi.fn();
  await onScreen(
    <Notice title="Thank you" text="That’s all.">
      <button type="button" onClick={onward}>
        Go on
      </button>
    </Notice>,
  );
  await sees(heading('Thank you'));
  await sees('That’s all.');
  await press('Go on');
  expect(onward).toHaveBeenCalledOnce();
});

test('waiting is said to whoever listens', async () => {
  await onScreen(<Waiting />);
  await expect.element(page.getByRole('status')).toHaveTextContent('One moment…');
});

test('a failure is a sentence and a way to try again', async () => {
  const again = vi.fn();
  await onScreen(
    <Failed problem={new ApiProblem({ status: 403, detail: 'This isn’t yours.' })} onRetry={again} />,
  );
  await says(/That didn’t work\s*This isn’t yours\./);
  await press('Try again');
  expect(again).toHaveBeenCalledOnce();
});

test('what nobody foresaw is never shown as it is', async () => {
  await onScreen(<Failed problem={new TypeError('x is undefined')} onRetry={() => undefined} />);
  await says(/Something went wrong on our side\. Nothing you wrote is lost; please try again\./);
});
