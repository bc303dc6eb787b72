import type { Request } from 'express';

/** The value of a query parameter; `undefined` if it is absent or empty. */
export function text(request: Request, key: string): string | undefined {
  const value = request.query[key];
  return typeof value === 'string' && value ? value : undefined;
}

/** Likewise as a number, or `invalid` for what is none. */
export function wholeNumber(
  request: Request,
  key: string,
): number | 'invalid' | undefined {
  const value = text(request, key);
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? Number(value) : 'invalid';
}
