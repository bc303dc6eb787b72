export { HealthBadge } from './HealthBadge';
export { HealthFreshness } from './HealthFreshness';
export { HealthTop } from './HealthTop';
export { OnCallCard } from './OnCallCard';
export { WithHealth } from './WithHealth';
