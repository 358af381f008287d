import { expect, test } from 'vitest';
import { Suggestions } from '#tabs/console/people/Suggestions.tsx';
import { answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, press, says, sees, seesNo } from '../../reader.ts';

const two = {
  suggestions: [
    { suggestion: 'clara_0', name: 'Nina Przykład', role: 'executive' as const, by: 'Clara Exampleton' },
    { suggestion: 'x_0', name: 'ole@turntable.example', role: 'mentor' as const, by: '' },
  ],
};
const TITLE = 'Suggested by people who take part';

test('says who was suggested, and by whom only where that may be said', async () => {
  answers({ suggestions: two });
  await onScreen(<Suggestions cohort="pilot" />, { widthPx: NARROW_PX });
  await sees(heading(TITLE));
  await sees('Executive · suggested by Clara Exampleton');
  await sees('Mentor · suggested by a colleague');
  await expectFits();
});

test.each([
  ['Invite', 'inviteSuggested', /^Nina Przykład is in the cohort, and is invited unless/],
  ['Pass over', 'passOverSuggested', 'Nina Przykład was passed over. Nobody is told.'],
] as const)('%s is one press', async (name, route, said) => {
  const server = answers({ suggestions: two, inviteSuggested: undefined, passOverSuggested: undefined });
  await onScreen(<Suggestions cohort="pilot" />);
  await sees(heading(TITLE));
  server.now({ suggestions: { suggestions: [] } });
  await press(`${name} Nina Przykład`);
  await sees(said);
  expect(server.sent(route).map(({ params }) => params)).toEqual([
    { cohort: 'pilot', suggestion: 'clara_0' },
  ]);
});

test('nothing stands there while nobody was suggested; what cannot be read or done is said', async () => {
  const server = answers({ suggestions: { suggestions: [] } });
  await onScreen(<Suggestions cohort="pilot" />);
  await expect.poll(() => server.sent('suggestions').length).toBeGreaterThan(0);
  await seesNo(heading(TITLE));
  answers({ suggestions: problem(500, 'Not just now.') });
  await onScreen(<Suggestions cohort="pilot" />);
  await says('Not just now.');
  answers({ suggestions: two, inviteSuggested: problem(409, 'Nothing new starts yet.') });
  await onScreen(<Suggestions cohort="pilot" />);
  await press('Invite ole@turntable.example');
  await says('Nothing new starts yet.');
  await sees('Mentor · suggested by a colleague');
});
