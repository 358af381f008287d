import { commandText } from './commands.ts';
import hears from './controls.json' with { type: 'json' };

/** What one can say at every step of a conversation, in words or by button. */
export type Control =
  | 'skip'
  | 'back'
  | 'restart'
  | 'help'
  | 'stop'
  | 'why'
  | 'yes'
  | 'no'
  | 'goOn'
  | 'privacy'
  | 'profile';

const HEARS: Record<Control, string[]> = hears;

const byText = new Map<string, Control[]>();
for (const [control, texts] of Object.entries(HEARS) as [Control, string[]][])
  for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), control]);

const THUMBS: Record<string, Control> = { '👍': 'yes', '✅': 'yes', '👌': 'yes', '👎': 'no' };

/** Everything a short message may mean; empty when it is an answer. */
export function controlsIn(text: string): Control[] {
  const thumb = THUMBS[text.replace(/[\s\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '')];
  if (thumb) return [thumb];
  if (text.length > 80) return [];
  return byText.get(commandText(text)) ?? byText.get(commandText(text.replace(/['’]/g, ''))) ?? [];
}
