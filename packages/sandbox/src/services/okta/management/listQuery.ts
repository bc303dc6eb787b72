import type { Request, Response } from 'express';
import { matchesFilter, parseFilter } from '../filter';
import { OktaError } from '../OktaError';

/** The value of a query parameter that is given once and not empty. */
export function queryText(request: Request, key: string): string | undefined {
  const value = request.query[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Those that an expression names; all if it is absent.
 *
 * @throws OktaError 400 `E0000031` where it does not parse
 */
export function applyFilter<T extends object>(
  documents: T[],
  expression: string | undefined,
): T[] {
  if (expression === undefined) return documents;
  try {
    const filter = parseFilter(expression);
    return documents.filter(document => matchesFilter(document, filter));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw OktaError.invalidSearch(error.message);
  }
}

/**
 * One page of a list, by `limit` and `after` (the id of the last one on the page before), with the `Link`
 * headers `self` and `next`; see https://developer.okta.com/docs/api/#pagination.
 */
export function paginate<T>(
  request: Request,
  response: Response,
  options: {
    items: T[];
    id: (item: T) => string;
    baseUrl: string;
    /** Page size where none is asked for. */
    defaultLimit: number;
    maxLimit: number;
    /** Gives a `next` link even on the last page, as the system log does for those who poll it. */
    endless?: boolean;
  },
): T[] {
  const { items, id, baseUrl, defaultLimit, maxLimit, endless } = options;
  const limitText = queryText(request, 'limit');
  if (limitText !== undefined && !/^[1-9]\d*$/.test(limitText)) {
    throw OktaError.invalid(
      'limit',
      'limit: The limit must be a whole number of at least 1',
    );
  }
  const limit = Math.min(Number(limitText ?? defaultLimit), maxLimit);
  const after = queryText(request, 'after');
  const start = after ? items.findIndex(item => id(item) === after) + 1 : 0;
  if (after && start === 0 && !endless) {
    throw OktaError.invalid('after', `after: Invalid paging cursor '${after}'`);
  }
  const page = items.slice(start, start + limit);

  const self = new URL(request.originalUrl, baseUrl);
  const links = [`<${self}>; rel="self"`];
  const last = page.length > 0 ? id(page[page.length - 1]) : after;
  if (last && (endless || start + limit < items.length)) {
    const next = new URL(self);
    next.searchParams.set('after', last);
    next.searchParams.set('limit', String(limit));
    links.push(`<${next}>; rel="next"`);
  }
  response.append('link', links);
  return page;
}
