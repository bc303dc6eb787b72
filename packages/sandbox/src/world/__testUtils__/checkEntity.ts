import {
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  type Entity,
  type KindValidator,
} from '@backstage/catalog-model';

const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** APIs are left out: their `$text` is replaced before the catalog looks at the kind. */
const KINDS: Record<string, KindValidator> = {
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
};

/**
 * Checks an entity as the catalog does.
 *
 * @throws Error that says what is wrong with it
 */
export async function checkEntity(entity: Entity): Promise<void> {
  await POLICY.enforce(entity);
  if (entity.kind === 'API') return;
  if (!(await KINDS[entity.kind]?.check(entity))) {
    throw new Error(`The catalog knows no kind ${entity.kind}`);
  }
}
