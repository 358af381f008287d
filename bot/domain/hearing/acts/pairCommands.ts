/** What one types for a break, its end, or the end of a pair. */
export const PAIR_COMMANDS = [
  {
    name: 'pausePair',
    shown: 'take a break',
    hears: [
      ...['take a break', 'a break', 'need a break', 'i need a break', 'i want a break'],
      ...['pause my pair', 'pause our pair', 'pause this pair', 'pause the pair', 'pause us'],
    ],
  },
  {
    name: 'resumePair',
    hears: [
      ...['start again', 'start again now', 'end the break', 'end our break', 'end my break', 'i am back'],
      ...['im back', 'we are back', 'unpause', 'resume', 'resume my pair', 'resume our pair'],
    ],
  },
  {
    name: 'endPair',
    shown: 'end my pair',
    hears: [
      ...['end my pair', 'end our pair', 'end this pair', 'end the pair', 'end our pairing'],
      ...['end it with my partner', 'end it with my mentor', 'no longer a pair'],
    ],
  },
] as const;
