import type { FieldConfig, PanelField } from '../wire';

/** What is needed of a field to show its values. */
export type DisplayField = {
  type: PanelField['type'];
  config: FieldConfig;
} & Partial<
  Pick<
    PanelField,
    'name' | 'displayName' | 'values' | 'range' | 'seriesIndex' | 'enumText'
  >
>;
