import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Invite } from '#tabs/console/people/Invite.tsx';
import { answers, type MemberView, pending, problem } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { AISHA, aMember, DIEGO, HENRIK, memberCounts } from '../given.ts';

const fresh = aMember({ state: 'imported', delivery: 'none' });
const invited = (said: Partial<MemberView>) => aMember({ state: 'invited', ...said });
const invite = (...members: MemberView[]) => <Invite cohort="pilot" counts={memberCounts(members)} />;
const said = () => page.getByRole('status');

test('invites everybody who isn’t yet, with one request that names nobody', async () => {
  const server = answers({ invite: undefined });
  await onScreen(invite(fresh, { ...fresh, ...AISHA }));
  await sees(/^Everybody gets a personal message from Turntable/);
  await press('Invite 2 people');
  await expect
    .poll(() => server.sent('invite'))
    .toEqual([{ params: { cohort: 'pilot' }, query: {}, etag: '', body: {} }]);
});

test('cannot be pressed twice', async () => {
  const server = answers({ invite: pending });
  await onScreen(invite(fresh));
  await press('Invite 1 person');
  await button('Inviting…').click({ force: true });
  expect(server.sent('invite').length).toBe(1);
});

test('a refusal is said', async () => {
  answers({ invite: problem(409, 'This cohort is closed.') });
  await onScreen(invite(fresh));
  await press('Invite 1 person');
  await says('This cohort is closed.');
  await sees(button('Invite 1 person'));
});

test('says what became of the invitations', async () => {
  await onScreen(
    invite(
      invited({ delivery: 'sent' }),
      invited({ ...AISHA, delivery: 'queued' }),
      invited({ ...HENRIK, delivery: 'reserved' }),
      invited({ ...DIEGO, hasApp: false, delivery: 'none' }),
    ),
  );
  await expect
    .element(said())
    .toHaveTextContent(
      '1 person has the invitation in their chat. 2 are on their way. 1 person gets it as soon as they have Turntable.',
    );
  await seesNo(page.getByRole('button'));
});

test('all those it may not have reached are sent it again, however many', async () => {
  const server = answers({ invite: undefined });
  await onScreen(
    invite(
      invited({ ...AISHA, delivery: 'failed' }),
      invited({ ...HENRIK, delivery: 'unknown' }),
      invited({ ...DIEGO, hasApp: false, delivery: 'failed' }),
    ),
  );
  await sees('1 invitation wasn’t delivered; why stands beside the name.');
  await sees('We don’t know whether 1 invitation arrived. Sending it again may show it twice.');
  await press('Send 2 again');
  await expect.poll(() => server.sent('invite')[0]?.body).toEqual({ members: 'lost' });
});
