import type { Request, Response } from 'express';

/**
 * One page of a list, with the `Link` header that points to the others.
 * https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 *
 * @param baseUrl of the service, since the header carries whole URLs
 */
export function paginate<T>(
  request: Request,
  response: Response,
  baseUrl: string,
  items: T[],
): T[] {
  const number = (name: string, fallback: number, most: number) => {
    const value = Number(request.query[name] ?? fallback);
    return Number.isInteger(value) && value > 0
      ? Math.min(value, most)
      : fallback;
  };
  const size = number('per_page', 30, 100);
  const page = number('page', 1, Number.MAX_SAFE_INTEGER);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (target: number, rel: string) => {
    const url = new URL(request.originalUrl, baseUrl);
    url.searchParams.set('page', String(target));
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  if (links.length) response.set('link', links.join(', '));
  return items.slice((page - 1) * size, page * size);
}
