import type { ParsedWorkflow } from './parseWorkflow';

/** What happened, as the filters of `on` see it. */
export interface Trigger {
  event: 'push' | 'pull_request' | 'workflow_dispatch';
  /** e.g. `refs/heads/main`; the base branch for a pull request. */
  ref: string;
  /** e.g. `opened`, for a pull request. */
  action?: string;
  /** Changed paths; asked for only where a filter needs them. */
  paths(): Promise<string[]>;
}

/** Tells whether a workflow's `on` asks for a run. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#on */
export async function isTriggered(
  workflow: ParsedWorkflow,
  trigger: Trigger,
): Promise<boolean> {
  const filter = workflow.on[trigger.event];
  if (!filter) return false;
  const [, kind, name] = /^refs\/(heads|tags)\/(.*)$/.exec(trigger.ref) ?? [];
  const texts = (key: string) => {
    const value = filter[key];
    if (value === undefined || value === null) return undefined;
    return Array.isArray(value) ? value.map(String) : [String(value)];
  };
  if (trigger.event === 'pull_request') {
    const types = texts('types') ?? ['opened', 'synchronize', 'reopened'];
    if (trigger.action && !types.includes(trigger.action)) return false;
  }
  const [branches, tags] = [texts('branches'), texts('tags')];
  const [noBranches, noTags] = [texts('branches-ignore'), texts('tags-ignore')];
  if (kind === 'tags') {
    if (!tags && !noTags && (branches || noBranches)) return false;
    if (tags && !matchesAny(tags, name)) return false;
    if (noTags && matchesAny(noTags, name)) return false;
    return true;
  }
  if (!branches && !noBranches && (tags || noTags)) return false;
  if (branches && !matchesAny(branches, name)) return false;
  if (noBranches && matchesAny(noBranches, name)) return false;
  const [paths, noPaths] = [texts('paths'), texts('paths-ignore')];
  if (!paths && !noPaths) return true;
  const changed = await trigger.paths();
  if (paths) return changed.some(path => matchesAny(paths, path));
  return changed.some(path => !matchesAny(noPaths ?? [], path));
}

/** The last pattern that matches decides; `!` turns it round. */
function matchesAny(patterns: string[], name: string): boolean {
  let matched = false;
  for (const pattern of patterns) {
    const isNegative = pattern.startsWith('!');
    if (glob(isNegative ? pattern.slice(1) : pattern).test(name))
      matched = !isNegative;
  }
  return matched;
}

function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*\*\/?|\*/g, match => (match === '*' ? '[^/]*' : '.*'));
  return new RegExp(`^${source}$`);
}
