import type { Speed } from '../latency/Latency';

/** A route with the part of the requests that it gets. */
export interface Route extends Speed {
  method: string;
  path: string;
  /** What those get that don't fail: status, and part of them. */
  answers: { status: string; share: number }[];
}

/** The busiest routes of a service, as many as wanted. */
export function routesOf(
  name: string,
  isWebsite: boolean,
  placeholder: string,
  count: number,
): Route[] {
  const base = isWebsite ? '' : `/api/v1/${name}`;
  const found = [
    { status: '200', share: 0.97 },
    { status: '404', share: 0.03 },
  ];
  const all: Route[] = [
    {
      method: 'GET',
      path: base || '/',
      share: 0.5,
      factor: 0.9,
      answers: [{ status: '200', share: 1 }],
    },
    {
      method: isWebsite ? 'GET' : 'POST',
      path: isWebsite ? '/account' : base,
      share: 0.2,
      factor: 1.4,
      answers: [{ status: isWebsite ? '200' : '201', share: 1 }],
    },
    {
      method: 'GET',
      path: `${base}/${placeholder}`,
      share: 0.3,
      factor: 0.8,
      answers: found,
    },
  ];
  const kept = all.slice(0, count);
  const total = kept.reduce((sum, { share }) => sum + share, 0);
  return kept.map(route => ({ ...route, share: route.share / total }));
}
