export type { PanelShape, ShapeInput } from './PanelShape';
export { shapePanel } from './shapePanel';
