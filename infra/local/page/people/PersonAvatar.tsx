import { Avatar, type AvatarProps } from '@fluentui/react-components';
import type { LocalPerson } from '#local/contract.ts';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** Initials in a person's colour. Decoration: the name stands beside it. */
export const PersonAvatar = ({
  person,
  size,
}: {
  person: LocalPerson;
  size: NonNullable<AvatarProps['size']>;
}) => (
  <Avatar
    aria-hidden
    size={size}
    initials={{ children: initialsOf(person.name), style: { backgroundColor: person.colour, color: '#fff' } }}
  />
);
