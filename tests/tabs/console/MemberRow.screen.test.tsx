import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Mail, MemberRow } from '#tabs/console/MemberRow.tsx';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';

const item = () => page.getByRole('listitem');

test('is a name, something about it, and how things stand', async () => {
  await onScreen(
    <ul>
      <MemberRow name="Meera Namoona" about="Mentor">
        Joined
      </MemberRow>
    </ul>,
  );
  await expect.element(item()).toHaveTextContent('Meera NamoonaMentorJoined');
});

test('a long mail address breaks behind its @ and fits a side panel', async () => {
  await onScreen(
    <ul>
      <MemberRow
        name="Meera Namoona"
        about={<Mail address="meera.namoona@a-very-long-department.example.com" />}
      >
        Joined
      </MemberRow>
    </ul>,
    { widthPx: NARROW_PX },
  );
  await expect.element(item()).toHaveTextContent('meera.namoona@a-very-long-department.example.com');
  expect(item().element().querySelector('wbr')?.previousSibling?.textContent).toBe('@');
  await expectFits();
});

test('an address without an @ is shown as it is', async () => {
  await onScreen(
    <ul>
      <MemberRow name="Meera Namoona" about={<Mail address="meera" />}>
        Joined
      </MemberRow>
    </ul>,
  );
  await expect.element(item()).toHaveTextContent('Meera NamoonameeraJoined');
});
