import type { RepoClient } from '../client/createRepoClient';
import { orExists } from '../client/orExists';
import type { Report } from './Report';
import type { SettingsScope } from './settingsScope';

interface Variable {
  name: string;
  value: string;
}

/** Writes the variables that are absent or differ; others stay. GitHub keeps their names in upper case. */
export async function ensureVariables(
  { octokit }: RepoClient,
  scope: SettingsScope,
  wanted: Record<string, string> = {},
): Promise<Report> {
  const report: Report = { made: [], changed: [], kept: [] };
  const path = `${scope.path}/variables`;
  if (Object.keys(wanted).length === 0) return report;
  const found: Variable[] = await octokit.paginate(`GET ${path}`, {
    per_page: 30,
  });
  const values = new Map(found.map(({ name, value }) => [name, value]));
  for (const [key, value] of Object.entries(wanted)) {
    const name = key.toLocaleUpperCase('en-US');
    const write = () =>
      octokit.request(`PATCH ${path}/${name}`, { name, value });
    if (!values.has(name)) {
      await orExists({
        make: () => octokit.request(`POST ${path}`, { name, value }),
        refusal: 'ConflictError',
        settle: write,
      });
      report.made.push(name);
    } else if (values.get(name) !== value) {
      await write();
      report.changed.push(name);
    } else {
      report.kept.push(name);
    }
  }
  return report;
}
