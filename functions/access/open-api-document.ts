import * as z from 'zod';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { gatewayRoutes, registry, routeKeyOf } from '#shared/contract/registry.ts';
import { rejections } from '#shared/contract/refusals.ts';
import { sessionCookieName } from '#functions/platform/session.ts';

type Json = Readonly<Record<string, unknown>>;

/** The schema as it is sent; what has been refined beyond JSON Schema stays open. */
function jsonSchemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}

/** `ledger.postEntry`: the area and the name of the use case. */
const operationIds = new Map(
  Object.entries(registry).flatMap(([area, routes]) =>
    Object.entries<Endpoint>(routes).map(([name, endpoint]) => [
      routeKeyOf(endpoint),
      `${area}.${name}`,
    ]),
  ),
);

const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined): readonly Json[] {
  if (!schema) return [];
  const { properties, required } = objectSchema.parse(jsonSchemaOf(schema));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** The parts of the path that no schema describes, as plain text. */
const undescribed = (endpoint: Endpoint): readonly Json[] =>
  endpoint.params
    ? []
    : [...endpoint.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      }));

function bodyOf({ request, bytesMax }: Endpoint): Json {
  if (request)
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaOf(request) } },
      },
    };
  if (bytesMax === undefined) return {};
  return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
}

function operationOf(routeKey: string, functionName: string, endpoint: Endpoint): Json {
  const area = functionName.split('-')[0] ?? functionName;
  return {
    operationId: operationIds.get(routeKey) ?? functionName,
    summary: endpoint.summary,
    tags: [area],
    'x-permission': endpoint.permission,
    ...(endpoint.permission === 'public' && { security: [] }),
    parameters: [
      ...parametersIn('path', endpoint.params),
      ...undescribed(endpoint),
      ...parametersIn('query', endpoint.query),
    ],
    ...bodyOf(endpoint),
    responses: {
      '2XX': {
        description: 'What was asked',
        ...(endpoint.response && {
          content: { 'application/json': { schema: jsonSchemaOf(endpoint.response) } },
        }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: [...rejections, 'internal', 'unavailable'] },
    detail: { type: 'string', description: 'A French sentence for the person' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
};

/** The OpenAPI 3.1 document of every route of the gateway, made from the contract itself. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { routeKey, functionName, endpoint } of gatewayRoutes()) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method.toLowerCase()] = operationOf(routeKey, functionName, endpoint);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tirelire',
      version: '1',
      description: 'Accounting and payments of school cooperatives',
    },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: 'Why it was refused',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName } },
    },
  };
}
