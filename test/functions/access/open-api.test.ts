import { expect, test } from 'vitest';
import { gatewayRoutes } from '#shared/contract/registry.ts';
import { openApiDocument } from '#functions/access/open-api-document.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-permission': string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

const { openapi, paths } = openApiDocument() as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

test('describes every route once, with its permission', () => {
  expect(openapi).toBe('3.1.0');
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations).toHaveLength(gatewayRoutes().length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { endpoint } of gatewayRoutes())
    expect(paths[endpoint.path]?.[endpoint.method.toLowerCase()]?.['x-permission']).toBe(
      endpoint.permission,
    );
});

test('names each part of each path', () => {
  for (const [path, methods] of Object.entries(paths)) {
    const parts = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).toSorted();
    for (const { parameters } of Object.values(methods))
      expect(
        parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(parts);
  }
});
