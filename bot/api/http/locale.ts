import type { FastifyRequest } from 'fastify';

/** The language of somebody who is not known yet, as the browser says. */
export const localeOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  headers['accept-language']?.split(/[,;]/)[0]?.trim() || 'en';
