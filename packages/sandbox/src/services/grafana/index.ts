export { GrafanaService } from './GrafanaService';
