import { decodeJwt } from 'jose';
import { z } from 'zod';

/** How far the clocks of the channel and of this server may differ; botbuilder alone would forgive five minutes. */
const CLOCK_SKEW_S = 120;

const ChannelToken = z.looseObject({
  iss: z.string().min(1),
  aud: z.string().min(1),
  serviceurl: z.string().min(1),
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number().optional(),
});

/**
 * Whether a token of the channel, whose signature botbuilder has checked, has the shape the channel writes: it
 * is for this bot, ends, and counts now. botbuilder lets a token without an end pass.
 */
export function hasChannelShape(authorization: string, appId: string, nowMs = Date.now()): boolean {
  const [, token = ''] = authorization.split(' ');
  try {
    const { aud, exp, nbf = 0, iat = 0 } = ChannelToken.parse(decodeJwt(token));
    const now = nowMs / 1000;
    return aud === appId && exp > now - CLOCK_SKEW_S && Math.max(nbf, iat) <= now + CLOCK_SKEW_S;
  } catch {
    // No token, or another shape: the answer is no.
    return false;
  }
}
