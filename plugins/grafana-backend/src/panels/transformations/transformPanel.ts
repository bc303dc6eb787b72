import type { DataFrame, DataTransformerConfig } from '@grafana/data';
import type { PanelNotice } from '@portico/plugin-grafana-common';
import type { ResolvedPanel } from '../../view/ResolvedPanel';
import { replaceVariablesWith } from '../frames/replaceVariables';
import type { QueryPlan } from '../query/QueryPlan';
import { applyTransformations } from './applyTransformations';

/** Frames after the transformations of a panel. */
export async function transformPanel(
  panel: ResolvedPanel,
  frames: DataFrame[],
  { texts }: QueryPlan,
): Promise<{ frames: DataFrame[]; notices: PanelNotice[] }> {
  return applyTransformations(
    frames,
    panel.transformations as unknown as DataTransformerConfig[],
    replaceVariablesWith(texts),
  );
}
