export { arrange, type Arrangement } from './arrange';
export { fitValues, valueWidth } from './fitText';
export { NoValues } from './NoValues';
export { shownValues, type ShownValue, type ValueLine } from './shownValues';
export { Sparkline } from './Sparkline';
export { summarizeValues, valuesInWords } from './summarizeValues';
export { ValueLink } from './ValueLink';
export { ValueText } from './ValueText';
export { default as valueStyles } from './Values.module.css';
