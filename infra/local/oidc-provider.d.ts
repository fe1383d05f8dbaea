/** The few parts of oidc-provider (which ships no types) that the local sign-in uses. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface ProviderContext {
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
      readonly provider: {
        readonly Grant: new (grant: {
          readonly clientId: string;
          readonly accountId: string;
        }) => Grant;
      };
    };
    status: number;
    type: string;
    body: string;
    set(headers: Readonly<Record<string, string>>): void;
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ readonly uid: string }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string; readonly remember: boolean } },
      options: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
