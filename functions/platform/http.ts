import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Rejection } from '#shared/contract/refusals.ts';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

/** How a step of the middleware stops a request. Use cases return their refusals instead. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly rejection: Rejection;
  readonly errors: readonly { readonly field: string; readonly message: string }[];

  constructor(
    rejection: Rejection,
    errors: readonly { readonly field: string; readonly message: string }[] = [],
  ) {
    super(rejection);
    this.rejection = rejection;
    this.errors = errors;
  }
}
