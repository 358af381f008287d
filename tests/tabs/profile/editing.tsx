import { type FunctionComponent, useState } from 'react';
import type { ProfilePartProps } from '#tabs/profile/profilePart.ts';
import type { ProfileView } from '../answers.ts';
import { aProfile } from '../given.ts';

interface EditingProps {
  part: FunctionComponent<ProfilePartProps>;
  given?: Partial<ProfileView>;
  /** Told every change. */
  onChange(change: Partial<ProfileView>): void;
}

/** A part of the profile's form with the profile it changes. */
export function Editing({ part: Part, given, onChange }: EditingProps) {
  const [body, setBody] = useState(() => aProfile(given));
  return (
    <Part
      body={body}
      change={(change) => {
        onChange(change);
        setBody((now) => ({ ...now, ...change }));
      }}
    />
  );
}
