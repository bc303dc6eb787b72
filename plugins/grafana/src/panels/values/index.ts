export { arrange, type Arrangement } from './arrange';
export { fitValues, valueWidth } from './fitText';
export { shownValues, type ShownValue, type ValueLine } from './shownValues';
export { Sparkline } from './Sparkline';
export { summarizeValues, valuesInWords } from './summarizeValues';
export { useShownValues } from './useShownValues';
export { ValueGrid } from './ValueGrid';
export { ValueLink } from './ValueLink';
export {
  manualSize,
  type Orientation,
  type ValueOptions,
  valueOptions,
} from './valueOptions';
export { ValueText } from './ValueText';
export { default as valueStyles } from './Values.module.css';
