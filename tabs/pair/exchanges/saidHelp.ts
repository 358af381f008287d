import type { TFunction } from 'i18next';
import type { ExchangeView } from '#api/contract/exchanges.ts';

/** A help as a sentence to its reader: "Clara introduced you: Ines". */
export function saidHelp(t: TFunction<'tab'>, { kind, text, by, to }: ExchangeView): string {
  const side = by === '' ? 'mine' : to === '' ? 'toMe' : 'others';
  const key = text ? `scales.said.${kind}With.${side}` : `scales.said.${kind}.${side}`;
  return t(key as 'scales.title', { by, to, text });
}
