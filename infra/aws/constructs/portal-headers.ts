import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { contentSecurityPolicy, securityHeaders } from '#infra/security-headers.ts';

/** CloudFront has its own fields for these headers, and refuses them among the others. */
const withOwnField = new Set([
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
]);

/**
 * The headers of infra/security-headers.ts, in the shape CloudFront wants them. Under
 * `keepsStricterPolicy` the content policy of the answer stands: the pages of families run no script.
 */
export const portalHeaders = (
  scope: Construct,
  id: string,
  {
    documents,
    keepsStricterPolicy = false,
  }: { readonly documents: string; readonly keepsStricterPolicy?: boolean },
): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: `${contentSecurityPolicy(documents)}; upgrade-insecure-requests`,
        override: !keepsStricterPolicy,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        preload: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(securityHeaders(documents))
        .filter(([header]) => !withOwnField.has(header))
        .map(([header, value]) => ({ header, value, override: true })),
    },
    removeHeaders: ['server', 'x-amz-server-side-encryption', 'x-amz-version-id'],
  });
