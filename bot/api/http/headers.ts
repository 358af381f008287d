import type { FastifyHelmetOptions } from '@fastify/helmet';

/** Who may show the tabs in a frame: ourselves and the hosts of Teams, Outlook and Microsoft 365 (learn, tab-requirements). */
const FRAME_ANCESTORS = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office365.com',
];

/**
 * The headers of every answer, the same everywhere. No X-Frame-Options: it would show a blank page in Teams,
 * frame-ancestors says it better. TeamsJS reads its list of hosts from res.cdn.office.net; Fluent writes styles.
 */
export const SECURITY_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", 'https://res.cdn.office.net', 'https://login.microsoftonline.com'],
      frameSrc: ["'self'", 'https://login.microsoftonline.com'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: FRAME_ANCESTORS,
    },
  },
  frameguard: false,
  crossOriginOpenerPolicy: false,
  crossOriginEmbedderPolicy: false,
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
};
