import type {
  Change,
  ChangeKind,
  ChangeSummary,
  EffectSeverity,
  ResourceAction,
  ResourceChange,
} from '@portico/plugin-approvals-common';
import { fingerprintOf } from './fingerprintOf';

/** Most resources that a change carries; the rest is counted. */
const MOST_RESOURCES = 500;

/** What a caller has to say about a change; the rest follows from it. */
export type ChangeDraft = Partial<Omit<Change, 'where' | 'kind'>> & {
  kind: ChangeKind;
  where: Change['where'];
};

const DESTRUCTIVE_FIRST: ResourceAction[] = [
  'destroy',
  'replace',
  'change',
  'add',
  'read',
  'none',
];
const WORST_FIRST: EffectSeverity[] = ['bad', 'warn', 'info'];

/**
 * Sorts what is known of a change, counts it where the counts are missing, and gives it a
 * fingerprint where it has none: of everything but what says how old the knowledge is.
 */
export function completeChange(draft: ChangeDraft): Change {
  const resources = [...(draft.resources ?? [])].sort(
    (a, b) =>
      DESTRUCTIVE_FIRST.indexOf(a.action) - DESTRUCTIVE_FIRST.indexOf(b.action),
  );
  const omitted =
    (draft.resourcesOmitted ?? 0) +
    Math.max(0, resources.length - MOST_RESOURCES);
  const change = {
    ...draft,
    summary: draft.summary ?? summarise(resources),
    resources: resources.slice(0, MOST_RESOURCES),
    ...(omitted ? { resourcesOmitted: omitted } : {}),
    effects: [...(draft.effects ?? [])].sort(
      (a, b) =>
        WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity),
    ),
  };
  return {
    ...change,
    fingerprint: draft.fingerprint ?? fingerprintOf(change, resources),
  };
}

function summarise(resources: ResourceChange[]): ChangeSummary {
  const count = (action: ResourceAction) =>
    resources.filter(resource => resource.action === action).length;
  return {
    add: count('add'),
    change: count('change'),
    replace: count('replace'),
    destroy: count('destroy'),
  };
}
