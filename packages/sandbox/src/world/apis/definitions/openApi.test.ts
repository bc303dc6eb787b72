import { parse } from 'yaml';
import { openApi } from './openApi';

const { definition } = openApi({
  name: 'pets-api',
  title: 'Pets API',
  description: 'Pets.',
  version: '1.2.3',
  server: 'http://pets',
  operations: {
    'GET /pets': {
      summary: 'List pets',
      query: { kind: 'cat|dog?' },
      returns: 'Pet[]',
    },
    'DELETE /pets/{id}': { summary: 'Give a pet away' },
  },
  schemas: { Pet: { id: 'uuid', name: 'string?', price: 'Money' } },
});
const document = parse(definition);

describe('openApi', () => {
  it('turns the path into parameters and the summary into an id', () => {
    expect(document.paths['/pets/{id}'].delete).toMatchObject({
      operationId: 'giveAPetAway',
      parameters: [{ name: 'id', in: 'path', required: true }],
    });
  });

  it('answers lists, and 204 where nothing comes back', () => {
    expect(
      document.paths['/pets'].get.responses['200'].content['application/json']
        .schema,
    ).toEqual({ type: 'array', items: { $ref: '#/components/schemas/Pet' } });
    expect(Object.keys(document.paths['/pets/{id}'].delete.responses)).toEqual([
      '204',
      '401',
      '404',
    ]);
  });

  it('requires every field that is not marked optional', () => {
    expect(document.components.schemas.Pet.required).toEqual(['id', 'price']);
    expect(document.paths['/pets'].get.parameters).toEqual([
      {
        name: 'kind',
        in: 'query',
        required: false,
        schema: { type: 'string', enum: ['cat', 'dog'] },
      },
    ]);
  });

  it('brings the shared schemas that are referred to, and no others', () => {
    expect(Object.keys(document.components.schemas)).toEqual([
      'Pet',
      'Problem',
      'Money',
    ]);
  });
});
