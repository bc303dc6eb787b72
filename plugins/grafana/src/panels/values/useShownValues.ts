import { useMemo } from 'react';
import { useColorTheme } from '../../colors';
import type { PanelProps } from '../PanelKind';
import { shownValues } from './shownValues';

/** The values of a panel in the colours of the page. */
export function useShownValues({
  panel,
  data,
}: Pick<PanelProps, 'panel' | 'data'>) {
  const theme = useColorTheme();
  const values = useMemo(
    () => shownValues(panel, data, theme),
    [panel, data, theme],
  );
  return { theme, values };
}
