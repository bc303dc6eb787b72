import { stringify } from 'yaml';
import type { Api } from '../../types';
import {
  fieldSchema,
  isRequired,
  schemasOf,
  type Field,
  type Fields,
  type JsonSchema,
} from './schema';

/** What one method on one path does. */
export interface Operation {
  /** Imperative, e.g. `Place an order`; its words also make the operation's id. */
  summary: string;
  query?: Fields;
  body?: Field;
  /** Schema of the answer; none if absent. */
  returns?: Field;
  /** Status of success; 200 with an answer, 204 without. */
  status?: number;
}

/** A REST API, in short. */
export interface OpenApiSpec
  extends Pick<Api, 'name' | 'title' | 'description'> {
  version: string;
  /** e.g. `http://orders.customer-services`. */
  server: string;
  /** By method and path, e.g. `GET /orders/{id}`. */
  operations: Record<string, Operation>;
  schemas: Record<string, Fields>;
}

/** Errors as RFC 9457 has them. */
const problem: Fields = {
  type: 'uri',
  title: 'string',
  status: 'integer',
  detail: 'string?',
};

const problemResponse = {
  description: 'Why it was refused.',
  content: {
    'application/problem+json': { schema: fieldSchema('Problem') },
  },
};

/** Writes a REST API as OpenAPI 3.0: https://spec.openapis.org/oas/v3.0.3 */
export function openApi(spec: OpenApiSpec): Api {
  const { name, title, description, version, server } = spec;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, operation] of Object.entries(spec.operations)) {
    const [method, path] = key.split(' ');
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operationObject(path, operation);
  }
  const definition = {
    openapi: '3.0.3',
    info: { title, description, version },
    servers: [{ url: server }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      responses: { Problem: problemResponse },
      schemas: schemasOf({ ...spec.schemas, Problem: problem }),
    },
  };
  return {
    name,
    title,
    description,
    type: 'openapi',
    definition: stringify(definition, { aliasDuplicateObjects: false }),
  };
}

function operationObject(path: string, operation: Operation): JsonSchema {
  const { summary, query = {}, body, returns } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query).map(([name, field]) => ({
    name,
    in: 'query',
    required: isRequired(field),
    schema: fieldSchema(field),
  }));
  const parameters = [...inPath, ...inQuery];
  const status = operation.status ?? (returns ? 200 : 204);
  const refusals = [
    ...(body || inQuery.length ? ['400'] : []),
    '401',
    ...(inPath.length ? ['404'] : []),
  ];
  return {
    operationId: operationId(summary),
    summary,
    ...(parameters.length && { parameters }),
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      [status]: {
        description: summary,
        ...(returns && { content: json(returns) }),
      },
      ...Object.fromEntries(
        refusals.map(code => [
          code,
          { $ref: '#/components/responses/Problem' },
        ]),
      ),
    },
  };
}

function json(field: Field) {
  return { 'application/json': { schema: fieldSchema(field) } };
}

/** `Place an order` becomes `placeAnOrder`. */
function operationId(summary: string): string {
  return summary
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replace(/ +([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
