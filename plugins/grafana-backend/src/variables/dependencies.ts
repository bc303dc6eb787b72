import type { VariableModel } from '../reading/DashboardModel';

/** A variable, and whether it waits for itself. */
export interface OrderedVariable {
  variable: VariableModel;
  /** Names in the circle that it is in. */
  cycle?: string[];
}

/** Variables in the order in which they can be worked out: each after those that it mentions. */
export function orderVariables(
  variables: readonly VariableModel[],
): OrderedVariable[] {
  const byName = new Map(variables.map(it => [it.name, it]));
  const ordered: OrderedVariable[] = [];
  const done = new Set<string>();
  const visit = (variable: VariableModel, path: readonly string[]) => {
    if (done.has(variable.name)) return;
    const at = path.indexOf(variable.name);
    if (at >= 0) {
      done.add(variable.name);
      ordered.push({ variable, cycle: [...path.slice(at), variable.name] });
      return;
    }
    for (const name of mentionedIn(variable)) {
      const other = byName.get(name);
      if (other) visit(other, [...path, variable.name]);
    }
    if (done.has(variable.name)) return;
    done.add(variable.name);
    ordered.push({ variable });
  };
  for (const variable of variables) visit(variable, []);
  return ordered;
}

/** Names of variables in its query, data source, regular expression and value for all. */
export function mentionedIn(variable: VariableModel): Set<string> {
  const { query, datasource, regex, allValue } = variable;
  const text = JSON.stringify([query, datasource ?? '', regex, allValue ?? '']);
  const names = text.matchAll(/\$(\w+)|\$\{(\w+)|\[\[(\w+)/g);
  return new Set([...names].map(([, a, b, c]) => a ?? b ?? c));
}
