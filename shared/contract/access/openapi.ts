import type { Endpoint } from '../endpoint.ts';

/** The OpenAPI 3.1 document, made from the registry. */
export const openApiEndpoint = {
  method: 'GET',
  path: '/api/openapi.json',
  permission: 'public',
  summary: 'This document',
} as const satisfies Endpoint;
