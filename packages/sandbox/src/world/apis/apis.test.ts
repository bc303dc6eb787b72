import SwaggerParser from '@apidevtools/swagger-parser';
import { Parser } from '@asyncapi/parser';
import { buildSchema } from 'graphql';
import { parse } from 'yaml';
import { createWorld } from '../createWorld';
import type { Api } from '../types';

const { components } = createWorld();
const apis = components.flatMap(c => c.providesApis);
const ofType = (type: Api['type']) =>
  apis
    .filter(api => api.type === type)
    .map(({ name, definition }) => [name, definition] as const);

describe('API definitions', () => {
  it.each(ofType('openapi'))('%s is valid OpenAPI', async (_, definition) => {
    const { paths } = await SwaggerParser.validate(parse(definition));
    expect(Object.keys(paths ?? {})).not.toEqual([]);
  });

  it('names servers where the components run', () => {
    const wrong = components.flatMap(({ name, namespace, providesApis }) =>
      providesApis
        .filter(({ type }) => type === 'openapi')
        .map(({ definition }) => parse(definition).servers[0].url)
        .filter(
          url =>
            url !== `http://${name}.${namespace}` &&
            url !== 'https://api.mini-org.example/v2',
        ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(ofType('asyncapi'))('%s is valid AsyncAPI', async (_, definition) => {
    const { document, diagnostics } = await new Parser().parse(definition);
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.messages().length).toBeGreaterThan(0);
  });

  it.each(ofType('graphql'))(
    '%s is a valid GraphQL schema',
    (_, definition) => {
      expect(buildSchema(definition).getQueryType()).toBeDefined();
    },
  );
});
