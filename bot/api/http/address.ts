import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

type Asking = Pick<FastifyRequest, 'headers'> & { socket: { remoteAddress?: string | undefined } };

/**
 * Where a request comes from. Behind App Service's front end that is the last entry of X-Forwarded-For, which the
 * front end itself appends, with a port; whatever stands before it was said by the caller. Without a front end the
 * header is not looked at.
 */
export function addressOf({ headers, socket }: Asking, hasFrontEnd: boolean): string {
  const forwarded = hasFrontEnd
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
    : '';
  return neighbourhoodOf(withoutPort(forwarded?.trim() ?? '') || socket.remoteAddress || '');
}

/** `1.2.3.4:5678` and `[2001:db8::1]:5678` without the port; empty when it is no address. */
function withoutPort(text: string): string {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) > 0 ? bare : '';
}

/** One household has a whole IPv6 network of 64 bits: its addresses count as one. */
function neighbourhoodOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return `${[...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`;
}
