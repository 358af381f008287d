import { expect, test, vi } from 'vitest';
import { Claim } from '#tabs/panel/Claim.tsx';
import { answers, type MeetingLookup, pending, problem } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { button, heading, press, says, sees, seesNo } from '../reader.ts';

const where = { teamsMeeting: 'teams-meeting', teamsChat: 'teams-chat' };
const aisha = { pair: 'clara-aisha', partners: ['Aisha'] };
const diego = { pair: 'clara-diego', partners: ['Diego', 'Meera'] };
const yours: MeetingLookup = {
  state: 'yours',
  pair: 'clara-aisha',
  occurrence: 'first',
  partners: ['Aisha'],
};
const claimed = vi.fn();

const claim = (pairs: (typeof aisha)[], agreementMissing = false) => (
  <Claim lookup={{ state: 'unclaimed', pairs, agreementMissing }} where={where} onClaimed={claimed} />
);

test('a yes is sent once; when it is planned the bot asks Teams itself', async () => {
  const server = answers({ claimMeeting: yours });
  await onScreen(claim([aisha]));
  await press('Yes, it’s ours');
  await expect.poll(() => claimed.mock.calls).toEqual([[yours]]);
  expect(server.sent('claimMeeting').map(({ body }) => body)).toEqual([{ ...where, pair: 'clara-aisha' }]);
});

test('whoever meets several people chooses whose meeting it is', async () => {
  const server = answers({ claimMeeting: pending });
  await onScreen(claim([aisha, diego]));
  await sees(heading('Whose meeting is this?'));
  await press('Mine with Diego and Meera');
  await expect.element(button('Mine with Aisha')).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(() => server.sent('claimMeeting')[0]?.body.pair).toBe('clara-diego');
});

test('a refusal is said, and yes can be said again', async () => {
  answers({ claimMeeting: problem(409, 'Somebody else has said that this meeting is theirs.') });
  await onScreen(claim([aisha]));
  await press('Yes, it’s ours');
  await says('Somebody else has said that this meeting is theirs.');
  await expect.element(button('Yes, it’s ours')).not.toHaveAttribute('aria-disabled', 'true');
  expect(claimed).not.toHaveBeenCalled();
});

test('before the ground rules are signed it says so', async () => {
  await onScreen(claim([], true));
  await sees(heading('First, your ground rules'));
  await seesNo(button('Yes, it’s ours'));
});

test('somebody without anybody to meet is told where to look', async () => {
  await onScreen(claim([]));
  await sees(heading('Nothing for you here yet'));
});
