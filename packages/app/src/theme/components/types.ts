type Style = Record<string, unknown>;

/**
 * Overrides by component name. A plain record, because Backstage's own
 * components (`BackstageHeader` …) are not among Material UI's names.
 */
export type OverrideGroup = Record<
  string,
  { styleOverrides?: Record<string, Style>; defaultProps?: Style }
>;
