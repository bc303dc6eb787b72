import { createWorld } from '../world';
import { worldIncidents } from './worldIncidents';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-20T14:02:00Z');
const world = createWorld();

describe('the incidents that the world tells of', () => {
  const told = worldIncidents(world, now);

  it('are the same for the same moment, and the oldest comes first', () => {
    expect(worldIncidents(world, now)).toEqual(told);
    const starts = told.map(one => one.startedAt);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('are under way for those whom the first look shows', () => {
    const open = told.filter(one => one.endedAt === undefined);
    expect(open.map(one => `${one.component}: ${one.kind}`).sort()).toEqual([
      'campaigns: sync-failed',
      'event-tracking: no-metrics',
      'lake-ingest: errors',
      'orders: latency',
      'payouts: crash-loop',
      'search: saturation',
    ]);
  });

  it('lie within 90 days, a handful a service, and none for many', () => {
    const counts = new Map<string, number>();
    for (const { component, startedAt, endedAt = now.getTime() } of told) {
      expect(startedAt).toBeGreaterThan(now.getTime() - 90 * DAY_MS);
      expect(endedAt).toBeLessThanOrEqual(now.getTime());
      expect(endedAt).toBeGreaterThan(startedAt);
      counts.set(component, (counts.get(component) ?? 0) + 1);
    }
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(6);
    expect(counts.size).toBeLessThan(world.components.length * 0.65);
    expect(counts.get('timesheets')).toBeUndefined();
  });

  it('leave out what does not run', () => {
    const [first] = world.components.filter(one => one.name === 'tax');
    const small = worldIncidents({ ...world, components: [first] }, now);
    expect(new Set(small.map(one => one.component))).not.toContain('orders');
  });
});
