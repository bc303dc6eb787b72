export { sees, VisibleComponents, type Visible } from './VisibleComponents';
