import { RETENTION, retentionDay } from '../billing/retention';
import { createWorld } from './createWorld';
import { deployedAt, pastDeliveries } from './pastDeliveries';

const NOW = new Date('2026-11-20T14:00:00Z');
const { components } = createWorld();

it.each(components.map(component => [component.name, component] as const))(
  'deploys %s in order, up to what runs now',
  (name, component) => {
    const deliveries = pastDeliveries(component, NOW);
    const last = deliveries.at(-1)!;
    expect(last.version).toBe(component.version);
    expect(last.deployedAt).toEqual(
      name === 'orders'
        ? new Date('2026-11-20T13:45:00Z') // The story's incident began 3 min later.
        : deployedAt(`${name}-production`, NOW),
    );
    // Commits are in order too, from one delivery to the next.
    const times = deliveries.flatMap(
      ({ changes, promotedAt, deployedAt: at }) =>
        [...changes.map(change => change.at), promotedAt, at].map(Number),
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(deliveries.length).toBeLessThan(10);
  },
);

it('brings what makes the bill run away on the day that it does', () => {
  const streaming = components.find(
    ({ name }) => name === RETENTION.component,
  )!;
  const costly = pastDeliveries(streaming, NOW).find(({ changes }) =>
    changes.some(({ message }) => message === RETENTION.message),
  );
  expect(costly?.deployedAt.toISOString().slice(0, 10)).toBe(
    retentionDay('2026-11'),
  );
});
