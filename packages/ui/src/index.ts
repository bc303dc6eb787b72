/**
 * The parts that pages of the portal are built from. Colours, type and sizes
 * come from the app's theme as `--portico-*` variables.
 *
 * @packageDocumentation
 */
export { Badge, type BadgeTone } from './Badge';
export { Button, ButtonLink, type ButtonLook } from './Button';
export { CalmList } from './CalmList';
export { Coalescing } from './Coalescing';
export { CopyBlock } from './CopyBlock';
export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { ChoiceField, NameField } from './Field';
export { Figure, Figures } from './Figure';
export {
  formatAge,
  formatClock,
  formatDuration,
  formatLasting,
  formatMinute,
  formatRoughly,
  formatSince,
  formatZone,
} from './formatTime';
export { errorName, errorWords } from './errorWords';
export { Freshness, FreshnessLine } from './Freshness';
export { Icon, type IconName } from './Icon';
export { LinkTabs } from './LinkTabs';
export { List, ListRow } from './List';
export { NeedsYouMore, NeedsYouRow } from './NeedsYouRow';
export {
  ROW_COLUMNS,
  type RowColumn,
  type RowColumns,
  type RowValues,
} from './rowColumns';
export { Page } from './Page';
export { saveFile } from './saveFile';
export { Section, type SectionTone } from './Section';
export { Sparkline } from './Sparkline';
export { State, StateShape } from './State';
export type { StateName } from './stateShapes';
export type { StatementProps } from './Statement';
export { ReasonRow, Table, Td, Th } from './Table';
export { TextLink } from './TextLink';
export { Time, type TimeForm } from './Time';
export { Toggle } from './Toggle';
export { useAction } from './useAction';
export { useElapsed } from './useElapsed';
export { useLive, type Live } from './useLive';
export { useMore } from './useMore';
export { useNow } from './useNow';
export { VisuallyHidden } from './VisuallyHidden';
export { Waiting } from './Waiting';
