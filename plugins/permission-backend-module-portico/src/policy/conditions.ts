import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

export const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
export const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

type Criteria = PermissionCriteria<PermissionCondition>;

function condition(resourceType: string) {
  return (rule: string, params: PermissionCondition['params']): Criteria => ({
    rule,
    resourceType,
    params,
  });
}

const ofEntity = condition('catalog-entity');
const ofAction = condition('scaffolder-action');
const ofTask = condition('scaffolder-task');
const ofCost = condition('cost-subject');

function onlyIf(
  pluginId: string,
  resourceType: string,
  conditions: Criteria,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions,
  };
}

/** Entities that one of `claims`, full references, owns. */
export function ownEntities(claims: string[]): PolicyDecision {
  return onlyIf(
    'catalog',
    'catalog-entity',
    ofEntity('IS_ENTITY_OWNER', { claims }),
  );
}

/** All entities, but of the templates only those named. */
export function entitiesAndTemplates(names: string[]): PolicyDecision {
  const isTemplate = ofEntity('IS_ENTITY_KIND', { kinds: ['Template'] });
  const others: Criteria = { not: isTemplate };
  const [first, ...rest] = names.map(
    (value): Criteria => ({
      allOf: [
        isTemplate,
        ofEntity('HAS_METADATA', { key: 'namespace', value: 'default' }),
        ofEntity('HAS_METADATA', { key: 'name', value }),
      ],
    }),
  );
  return onlyIf(
    'catalog',
    'catalog-entity',
    first ? { anyOf: [others, first, ...rest] } : others,
  );
}

/** The actions with these ids. */
export function actions(ids: string[]): PolicyDecision {
  const [first, ...rest] = ids.map(actionId =>
    ofAction('HAS_ACTION_ID', { actionId }),
  );
  if (!first) return DENY;
  return onlyIf('scaffolder', 'scaffolder-action', { anyOf: [first, ...rest] });
}

/** Tasks that one of these people started. */
export function tasksOf(createdBy: string[]): PolicyDecision {
  return onlyIf(
    'scaffolder',
    'scaffolder-task',
    ofTask('IS_TASK_OWNER', { createdBy }),
  );
}

/** What entities cost that one of `claims`, full references, owns, or whose system it owns. */
export function ownCosts(claims: string[]): PolicyDecision {
  return onlyIf('cost', 'cost-subject', ofCost('IS_COST_OF_OWNED', { claims }));
}
