import type { LocalPerson } from '#local/contract.ts';
import type { TabName, View } from '../state/view.ts';

type Who = 'champion' | 'contact' | 'mentor' | 'executive';

interface Step {
  name: string;
  left: Who;
  leftTab: TabName;
  right?: Who;
  rightTab?: TabName;
}

/** The story of the first pair, step by step; titles and sentences stand in the catalogue under `story`. */
export const STEPS: readonly Step[] = [
  { name: 'cohort', left: 'champion', leftTab: 'turntable' },
  { name: 'contact', left: 'champion', leftTab: 'turntable', right: 'contact', rightTab: 'chat' },
  { name: 'join', left: 'mentor', leftTab: 'chat', right: 'executive', rightTab: 'chat' },
  { name: 'round', left: 'champion', leftTab: 'turntable' },
  { name: 'introduction', left: 'mentor', leftTab: 'chat', right: 'executive', rightTab: 'chat' },
  { name: 'agreement', left: 'mentor', leftTab: 'turntable', right: 'executive', rightTab: 'turntable' },
  { name: 'goals', left: 'mentor', leftTab: 'turntable', right: 'executive', rightTab: 'turntable' },
  { name: 'meeting', left: 'mentor', leftTab: 'meeting', right: 'executive', rightTab: 'meeting' },
  { name: 'feedback', left: 'mentor', leftTab: 'meeting', right: 'executive', rightTab: 'chat' },
  { name: 'announcement', left: 'champion', leftTab: 'turntable', right: 'executive', rightTab: 'chat' },
  { name: 'insights', left: 'champion', leftTab: 'turntable' },
  { name: 'luck', left: 'champion', leftTab: 'chat' },
];

/** Who plays the parts of the story: the first of the people with that part. */
export const castOf = (people: LocalPerson[]): Record<Who, LocalPerson | undefined> => ({
  champion: people.find(({ part }) => part === 'champion'),
  contact: people.find(({ part }) => part === 'contact'),
  mentor: people.find(({ part }) => part === 'mentor'),
  executive: people.find(({ part }) => part === 'executive'),
});

const firstNameOf = (person: LocalPerson | undefined): string => person?.name.split(' ')[0] ?? '';

/** First names by part, as the sentences of the story want them. */
export const namesOf = (people: LocalPerson[]): Record<Who, string> => {
  const cast = castOf(people);
  return {
    champion: firstNameOf(cast.champion),
    contact: firstNameOf(cast.contact),
    mentor: firstNameOf(cast.mentor),
    executive: firstNameOf(cast.executive),
  };
};

/** The people and tabs of one step. */
export const viewOf = (at: number, people: LocalPerson[]): Partial<View> => {
  const step = STEPS[at];
  const cast = castOf(people);
  const left = step && cast[step.left];
  const right = step?.right && cast[step.right];
  if (!step || !left) return {};
  return {
    step: at,
    left: { person: left.key, tab: step.leftTab, subPageId: '' },
    right: right ? { person: right.key, tab: step.rightTab ?? step.leftTab, subPageId: '' } : undefined,
  };
};
