import pino from 'pino';
import type { Log } from '#usecases/story/ports.ts';

/** One JSON line per event. Never a token, never what a person wrote. */
export const createLog = (level: 'info' | 'warn' | 'error' | 'silent'): Log & pino.Logger =>
  pino({ level, redact: ['req.headers.authorization', 'headers.authorization'] });
