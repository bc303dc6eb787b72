import type { Api } from '../../types';

/** A GraphQL API: its schema, in the schema definition language. */
export function graphql({
  schema,
  ...api
}: Pick<Api, 'name' | 'title' | 'description'> & { schema: string }): Api {
  return { ...api, type: 'graphql', definition: schema.trimStart() };
}
