import type { IncomingMessage, ServerResponse } from 'node:http';
import { Provider, type ProviderContext } from 'oidc-provider';
import { mailSchema } from '#shared/contract/common/text.ts';
import { demoAccounts } from './demo/accounts.ts';
import { bodyOf } from './gateway.ts';
import { oidcKeys } from './oidc-keys.ts';
import { OidcMemory } from './oidc-memory.ts';
import { failedPage, signInPage, stylesheet } from './oidc-pages.ts';
import { securityHeaders } from '#infra/security-headers.ts';

export const oidcPath = '/oidc';
export const localClientId = 'tirelire-local';

const interactionPath = `${oidcPath}/interaction/`;
const pageHeaders = {
  ...securityHeaders(),
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
};

/** An account is its address: the portal alone knows who was invited under it. */
const subjectOf = (mail: string): string => Buffer.from(mail).toString('base64url');
const mailOf = (subject: string): string => Buffer.from(subject, 'base64url').toString();

const findAccount = (_context: unknown, subject: string) => ({
  accountId: subject,
  claims: () => ({ sub: subject, email: mailOf(subject), email_verified: true }),
});

/** The portal is the house's own client: nobody is asked to agree to it. */
async function grantOf({ oidc }: ProviderContext) {
  const { clientId } = oidc.client;
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

async function providerOf(origin: string, folder: string): Promise<Provider> {
  const { jwks, cookieKeys } = await oidcKeys(folder);
  const minuteSeconds = 60;
  return new Provider(`${origin}${oidcPath}`, {
    clients: [
      {
        client_id: localClientId,
        redirect_uris: [`${origin}/api/session/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    adapter: OidcMemory,
    jwks,
    cookies: { keys: cookieKeys },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: {
      url: (_context: unknown, { uid }: { readonly uid: string }) => `${interactionPath}${uid}`,
    },
    findAccount,
    loadExistingGrant: grantOf,
    renderError: (context: ProviderContext) => {
      context.set(pageHeaders);
      context.body = failedPage();
    },
    ttl: {
      AccessToken: 5 * minuteSeconds,
      AuthorizationCode: minuteSeconds,
      Grant: 60 * minuteSeconds,
      IdToken: 5 * minuteSeconds,
      Interaction: 15 * minuteSeconds,
      Session: 60 * minuteSeconds,
    },
  });
}

/** An OpenID provider on the portal's own port, in place of Cognito. */
export async function openIdProvider(origin: string, folder: string) {
  const provider = await providerOf(origin, folder);
  const answer = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '' } = request;
    if (url === `${oidcPath}/style.css`) {
      response.writeHead(200, { ...pageHeaders, 'content-type': 'text/css; charset=utf-8' });
      response.end(stylesheet);
      return;
    }
    if (url.startsWith(interactionPath)) return interact(provider, request, response);
    Object.assign(request, { originalUrl: url, url: url.slice(oidcPath.length) || '/' });
    await answer(request, response);
  };
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!interaction) {
    response.writeHead(400, pageHeaders).end(failedPage());
    return;
  }
  const form = new URLSearchParams((await bodyOf(request))?.toString());
  const mail = mailSchema.safeParse(form.get('mail') ?? '');
  if (request.method !== 'POST' || !mail.success) {
    response.writeHead(200, pageHeaders).end(signInPage(interaction.uid, demoAccounts));
    return;
  }
  const login = { accountId: subjectOf(mail.data), remember: false };
  await provider.interactionFinished(
    request,
    response,
    { login },
    { mergeWithLastSubmission: false },
  );
}
