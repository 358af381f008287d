import pino from 'pino';
import type { Log } from '#usecases/story/ports.ts';

/** One JSON line per event, with what `beside` adds to each. Never a token, never what a person wrote. */
export const createLog = (
  level: 'info' | 'warn' | 'error' | 'silent',
  beside: () => object = () => ({}),
): Log & pino.Logger =>
  pino({ level, mixin: beside, redact: ['req.headers.authorization', 'headers.authorization'] });
