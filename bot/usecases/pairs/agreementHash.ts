import { createHash } from 'node:crypto';
import { type AgreementText, canonicalText } from '#domain/pairs/agreement.ts';

/** What a signature is bound to: sha-256 of the text in its canonical form, as 64 hexadecimal digits. */
export const agreementHash = (text: AgreementText): string =>
  createHash('sha256').update(canonicalText(text), 'utf8').digest('hex');
