/** Arguments of a list. */
export interface PageArguments {
  first?: number;
  after?: string;
}

/** One page of a list as Relay connections give it. */
export function connection<T>(
  items: T[],
  { first = 100, after }: PageArguments,
) {
  const start = after
    ? Number(Buffer.from(after, 'base64').toString().split(':').at(-1))
    : 0;
  const nodes = items.slice(start, start + first);
  const end = start + nodes.length;
  const cursor = (position: number) =>
    Buffer.from(`cursor:v2:${position}`).toString('base64');
  return {
    nodes,
    edges: nodes.map((node, index) => ({
      node,
      cursor: cursor(start + index + 1),
    })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      endCursor: nodes.length ? cursor(end) : null,
      hasPreviousPage: start > 0,
      startCursor: nodes.length ? cursor(start + 1) : null,
    },
  };
}
