/**
 * One field: `string`, `integer`, `number`, `boolean`, `uuid`, `date`, `date-time`, `email`, `uri`,
 * an enumeration (`open|closed`) or the name of another schema (`Money`);
 * `[]` behind it makes a list, `?` at the very end makes it optional.
 */
export type Field = string;

/** An object: its fields by name. */
export type Fields = Record<string, Field>;

/** JSON Schema as OpenAPI 3.0 and AsyncAPI 3.0 both read it. */
export type JsonSchema = { [key: string]: unknown };

const FORMATS = ['uuid', 'date', 'date-time', 'email', 'uri'];
const TYPES = ['string', 'integer', 'number', 'boolean'];

/** Schemas that any definition may refer to. */
const SHARED: Record<string, JsonSchema> = {
  Money: objectSchema(
    { amount: 'string', currency: 'string' },
    'Amount as a decimal string, with its ISO 4217 currency.',
  ),
  Address: objectSchema({
    street: 'string',
    postalCode: 'string',
    city: 'string',
    country: 'string',
  }),
};

/** `components.schemas` for the given objects and those shared ones that they refer to. */
export function schemasOf(
  objects: Record<string, Fields>,
): Record<string, JsonSchema> {
  const own = Object.entries(objects).map(
    ([name, fields]) => [name, objectSchema(fields)] as const,
  );
  const text = JSON.stringify(own);
  const shared = Object.entries(SHARED).filter(([name]) =>
    text.includes(`"${referenceTo(name)}"`),
  );
  return Object.fromEntries([...own, ...shared]);
}

/** The schema of one field. */
export function fieldSchema(field: Field): JsonSchema {
  const type = field.replace(/\?$/, '');
  if (type.endsWith('[]')) {
    return { type: 'array', items: fieldSchema(type.slice(0, -2)) };
  }
  if (type.includes('|')) return { type: 'string', enum: type.split('|') };
  if (FORMATS.includes(type)) return { type: 'string', format: type };
  if (TYPES.includes(type)) return { type };
  return { $ref: referenceTo(type) };
}

/** True unless the field ends in `?`. */
export function isRequired(field: Field): boolean {
  return !field.endsWith('?');
}

function objectSchema(fields: Fields, description?: string): JsonSchema {
  const required = Object.keys(fields).filter(name => isRequired(fields[name]));
  return {
    type: 'object',
    ...(description && { description }),
    ...(required.length && { required }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
    ),
  };
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`;
}
