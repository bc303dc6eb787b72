export {
  CrosshairProvider,
  useCrosshair,
  type Crosshair,
  type CrosshairMode,
} from './Crosshair';
export { CrosshairStore, type Pointed } from './CrosshairStore';
export { indexAt } from './indexAt';
export { usePointed } from './usePointed';
