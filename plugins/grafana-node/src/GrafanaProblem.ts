import {
  GRAFANA_PROBLEMS,
  type GrafanaProblemName,
} from '@portico/plugin-grafana-common';

/** Why something of Grafana can't be shown or done. Backstage answers with its name and its status. */
export class GrafanaProblem extends Error {
  readonly name: GrafanaProblemName;
  readonly statusCode: number;

  /** @param message what was asked, of whom, what came back and what to do; never a secret */
  constructor(name: GrafanaProblemName, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = name;
    this.statusCode = GRAFANA_PROBLEMS[name];
  }
}
