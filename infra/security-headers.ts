/** What the headers need to know of the place the portal runs at. */
export interface Site {
  /** Where the browser sends and reads documents, when that is not the portal's own origin. */
  readonly documentsOrigin?: string;
  /** False on one machine only, where a browser told to insist on TLS would reach nothing. */
  readonly isHttps: boolean;
}

/** What pages may load: the portal itself and the documents' origin, never a third party. */
export function contentSecurityPolicy({ documentsOrigin, isHttps }: Site): string {
  const documents = documentsOrigin === undefined ? '' : ` ${documentsOrigin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: data:${documents}`,
    "font-src 'self'",
    `connect-src 'self'${documents}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** The headers of every page and file of the portal, by lower-case name, wherever it runs. */
export const securityHeaders = (site: Site): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(site),
  ...(site.isHttps && {
    'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  }),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // A link of the quitus is a secret: no other site learns where its reader came from.
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
