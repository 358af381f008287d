const KINDS = ['', 'parental ', 'maternity ', 'paternity ', 'sick ', 'my '];

/** What one types for a leave of one's own, and for being back. */
export const LEAVE_COMMANDS = [
  {
    name: 'onLeave',
    hears: [
      ...['note my leave', 'note a leave', 'my leave'],
      ...KINDS.flatMap((kind) => [`on ${kind}leave`, `i am on ${kind}leave`, `im on ${kind}leave`]),
    ],
  },
  {
    name: 'backFromLeave',
    hears: [
      ...['my leave is over', 'end my leave', 'my leave has ended'],
      ...KINDS.flatMap((kind) => [`back from ${kind}leave`, `i am back from ${kind}leave`]),
      ...KINDS.map((kind) => `im back from ${kind}leave`),
    ],
  },
] as const;
