import type { Tier } from '../types';

/** Recovery time and recovery point objectives of a tier. */
export const RECOVERY: Record<Tier, { time: string; point: string }> = {
  critical: { time: '1 h', point: '15 min' },
  important: { time: '4 h', point: '1 h' },
  standard: { time: '24 h', point: '4 h' },
};
