/** One face: eyes are the same for all, the mouth tells. In a box of 48 by 48. */
interface Face {
  value: 1 | 2 | 3 | 4 | 5;
  mouth: string;
  /** An open mouth is filled. */
  isOpen?: boolean;
}

/** From not at all to very much. The cards' pictures are drawn from these as well (`infra/faces.ts`). */
export const FACES: readonly Face[] = [
  { value: 1, mouth: 'M16 35C17.5 29.5 30.5 29.5 32 35' },
  { value: 2, mouth: 'M17.5 33.5C19.5 30.8 28.5 30.8 30.5 33.5' },
  { value: 3, mouth: 'M17 32H31' },
  { value: 4, mouth: 'M16.5 30C18.5 35 29.5 35 31.5 30' },
  { value: 5, mouth: 'M15 28.5H33C33 41 15 41 15 28.5Z', isOpen: true },
];
