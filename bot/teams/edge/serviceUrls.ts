/**
 * Whether a connector address is one of those we may talk to: same origin as an allowed prefix, and below its
 * path. A look-alike host, a user name in the address or another port is not.
 */
export function isAllowedServiceUrl(address: unknown, allowed: readonly string[]): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username || url.password) return false;
  return allowed.some((prefix) => {
    const { origin, pathname } = new URL(prefix);
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`;
    return url.origin === origin && `${url.pathname}/`.startsWith(folder);
  });
}
