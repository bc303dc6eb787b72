import type { Request } from 'express';

/** Values of variables in an address: `var-service=orders&var-service=cart` is one entry with two values. */
export function variablesOf({ originalUrl }: Request): [string, string[]][] {
  const { searchParams } = new URL(originalUrl, 'http://sandbox');
  const names = [...new Set(searchParams.keys())].filter(name =>
    name.startsWith('var-'),
  );
  return names.map(name => [name.slice(4), searchParams.getAll(name)]);
}
