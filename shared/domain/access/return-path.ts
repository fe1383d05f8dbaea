const base = 'https://tirelire.invalid';

/**
 * The path of this site to come back to after a sign-in. Whatever could lead elsewhere, or to the
 * API, becomes the home page: a sign-in link must never be a way out to another site.
 */
export function returnPathOf(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])[^\\\u0000-\u0020\u007F]*$/u.test(asked)) return '/';
  if (!URL.canParse(asked, base)) return '/';
  const url = new URL(asked, base);
  const isLocal = url.origin === base && !/^\/(?:api|hooks|oidc)(?:\/|$)|^\/\//u.test(url.pathname);
  return isLocal ? `${url.pathname}${url.search}${url.hash}` : '/';
}
