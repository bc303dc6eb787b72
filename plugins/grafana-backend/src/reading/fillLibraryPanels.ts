import { NotFoundError } from '@backstage/errors';
import {
  GrafanaProblem,
  type LibraryPanel,
} from '@portico/plugin-grafana-node';
import type { DashboardModel, PanelModel } from './DashboardModel';
import { readPanel } from './readPanel';

/** Puts library panels into their places. One that can't be had says so in its own place. */
export async function fillLibraryPanels(
  model: DashboardModel,
  read: (uid: string) => Promise<LibraryPanel>,
): Promise<DashboardModel> {
  const fill = async (panel: PanelModel): Promise<PanelModel> => {
    if (!panel.library) return panel;
    const { uid, name } = panel.library;
    try {
      const { model: json } = await read(uid);
      const filled = readPanel(json);
      return {
        ...filled,
        id: panel.id,
        grid: panel.grid,
        title: filled.title || panel.title,
        repeat: panel.repeat ?? filled.repeat,
        library: panel.library,
      };
    } catch (error) {
      const problem =
        error instanceof NotFoundError
          ? new GrafanaProblem(
              'PanelNotFoundError',
              `The library panel '${name}' (${uid}) is not in Grafana any more. Choose another one for this panel in Grafana, or remove it.`,
            )
          : (error as Error);
      return {
        ...panel,
        title: panel.title || name,
        problem: { name: problem.name, message: problem.message },
      };
    }
  };
  return {
    ...model,
    sections: await Promise.all(
      model.sections.map(async section => ({
        ...section,
        panels: await Promise.all(section.panels.map(fill)),
      })),
    ),
  };
}
