const own = (origin: string | undefined): readonly string[] =>
  origin === undefined ? [] : [origin];

/**
 * What a page of the portal may do in a browser: its own scripts, styles and pictures, and nothing
 * from elsewhere. `documents` is the origin of the object store where it is not the portal's own.
 */
export const contentSecurityPolicy = (documents?: string): string =>
  Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:', ...own(documents)],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...own(documents)],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

/** The headers of every page and file of the portal, on AWS and on one machine. */
export const securityHeaders = (documents?: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(documents),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // A link of the quitus is a secret: no other site learns where its reader came from.
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), ' +
    'geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
});
