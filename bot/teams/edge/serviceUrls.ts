/** Scheme, host, port and path: no `@`, `?`, `#`, `\\`, `%` or blank, and no dots that climb. */
const PLAIN_ADDRESS = /^https?:\/\/[A-Za-z0-9.:[\]-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]*)*$/;

/**
 * Whether a connector address is one of those we may talk to: same origin as an allowed prefix, and below its
 * path. A look-alike host, a user name in the address, another port, a query or a fragment is not; nor is anything
 * that a URL parser would first have to tidy up.
 */
export function isAllowedServiceUrl(address: unknown, allowed: readonly string[]): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  if (!PLAIN_ADDRESS.test(address)) return false;
  const url = new URL(address);
  return allowed.some((prefix) => {
    const { origin, pathname } = new URL(prefix);
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`;
    return url.origin === origin && `${url.pathname}/`.startsWith(folder);
  });
}
