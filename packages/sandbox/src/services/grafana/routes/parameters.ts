import type { Request } from 'express';

/** Values of a parameter of the query string, which may be repeated. */
export function texts(request: Request, name: string): string[] {
  return [request.query[name] ?? []]
    .flat()
    .filter((one): one is string => typeof one === 'string' && one !== '');
}

export function text(request: Request, name: string): string | undefined {
  return texts(request, name)[0];
}

/** A whole number of at least 1; `other` where there is none. */
export function positive(request: Request, name: string, other: number) {
  const value = Number(text(request, name));
  return Number.isInteger(value) && value > 0 ? value : other;
}

/** The items of one page, numbered from 1. */
export function pageOf<T>(items: T[], page: number, size: number): T[] {
  return items.slice((page - 1) * size, page * size);
}
