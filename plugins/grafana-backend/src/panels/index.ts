export { readPanelLimits, type PanelLimits } from './PanelLimits';
export { PanelService } from './PanelService';
