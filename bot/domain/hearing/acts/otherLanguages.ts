import others from './otherLanguages.json' with { type: 'json' };

type Typed = Readonly<Record<string, readonly string[]>>;

/** By language what is typed for commands and controls; the first is what is shown. */
export const OTHERS: Readonly<Record<string, { commands: Typed; controls: Typed }>> = others;
