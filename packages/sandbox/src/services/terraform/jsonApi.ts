import type { Request } from 'express';

/** A resource object. See https://jsonapi.org/format/#document-resource-objects */
export interface ResourceObject {
  id: string;
  type: string;
  attributes?: Record<string, unknown>;
  relationships?: Record<string, unknown>;
  links?: Record<string, string>;
}

/** Answered as HCP Terraform's error objects. See https://developer.hashicorp.com/terraform/cloud-docs/api-docs#response-codes */
export class ApiError extends Error {
  name = 'ApiError';
  readonly status: number;
  readonly detail?: string;
  readonly pointer?: string;

  constructor(
    status: number,
    title: string,
    detail?: string,
    pointer?: string,
  ) {
    super(title);
    this.status = status;
    this.detail = detail;
    this.pointer = pointer;
  }

  static notFound(): ApiError {
    return new ApiError(
      404,
      'not found',
      'Resource not found, or user unauthorized to perform action',
    );
  }

  /** A failure that has nothing to do with what was asked. */
  static failure(status: number): ApiError {
    switch (status) {
      case 401:
        return new ApiError(401, 'unauthorized');
      case 404:
        return ApiError.notFound();
      case 429:
        return new ApiError(429, 'too many requests');
      case 503:
        return new ApiError(503, 'service unavailable');
      default:
        return new ApiError(
          status,
          status < 500 ? 'forbidden' : 'internal server error',
        );
    }
  }

  static invalid(attribute: string, detail: string): ApiError {
    return new ApiError(
      422,
      'invalid attribute',
      detail,
      `/data/attributes/${attribute}`,
    );
  }

  toJSON() {
    return {
      errors: [
        {
          status: String(this.status),
          title: this.message,
          ...(this.detail ? { detail: this.detail } : {}),
          ...(this.pointer ? { source: { pointer: this.pointer } } : {}),
        },
      ],
    };
  }
}

/** The `data` of a request's body. @throws ApiError 400 without it */
export function bodyData(request: Request): {
  attributes: Record<string, unknown>;
  relationships: Record<string, { data?: unknown }>;
  list: unknown[];
} {
  const data = request.body?.data;
  if (typeof data !== 'object' || data === null) {
    throw new ApiError(
      400,
      'bad request',
      'The request is missing the data object',
    );
  }
  return {
    attributes: data.attributes ?? {},
    relationships: data.relationships ?? {},
    list: Array.isArray(data) ? data : [],
  };
}

/** The id that a relationship of the body names. */
export function relatedId(
  relationships: Record<string, { data?: unknown }>,
  name: string,
): string | undefined {
  const data = relationships[name]?.data as { id?: string } | undefined;
  return data?.id;
}

export function toOne(type: string, id: string | undefined, link?: string) {
  return {
    data: id ? { id, type } : null, // null as JSON:API wants it
    ...(link ? { links: { related: link } } : {}),
  };
}

/** One page of a list, with the `links` and `meta` of HCP Terraform's pagination. */
export function page(request: Request, all: ResourceObject[]) {
  const query = request.query.page as
    | { number?: string; size?: string }
    | undefined;
  const flat = request.query as Record<string, string | undefined>;
  const number = Math.max(
    1,
    Number(query?.number ?? flat['page[number]']) || 1,
  );
  const size = Math.min(
    100,
    Math.max(1, Number(query?.size ?? flat['page[size]']) || 20),
  );
  const pages = Math.max(1, Math.ceil(all.length / size));
  const base = `${request.protocol}://${request.get('host')}${request.path}`;
  const link = (n: number) =>
    `${base}?page%5Bnumber%5D=${n}&page%5Bsize%5D=${size}`;
  const next = number < pages ? number + 1 : undefined;
  const previous = number > 1 ? number - 1 : undefined;
  return {
    data: all.slice((number - 1) * size, number * size),
    links: {
      self: link(number),
      first: link(1),
      prev: previous ? link(previous) : null,
      next: next ? link(next) : null,
      last: link(pages),
    },
    meta: {
      pagination: {
        'current-page': number,
        'page-size': size,
        'prev-page': previous ?? null,
        'next-page': next ?? null,
        'total-pages': pages,
        'total-count': all.length,
      },
    },
  };
}
