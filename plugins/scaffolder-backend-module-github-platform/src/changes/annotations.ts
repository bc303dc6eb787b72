import { InputError, NotFoundError } from '@backstage/errors';
import { isMap, parseAllDocuments, type Document } from 'yaml';

/** Annotations for an entity of a catalog file. */
export interface WantedAnnotations {
  /** Kind of the entity, in any case, e.g. `component`. */
  kind: string;
  name: string;
  values: { name: string; value: string }[];
}

/** Forms of a key that the catalog accepts: https://backstage.io/docs/features/software-catalog/descriptor-format#annotations-optional */
const KEY = /^([a-z0-9.-]+\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/**
 * A catalog file with more annotations for one of its entities. Comments, order and the other entities stay.
 *
 * @throws InputError for a key that the catalog would refuse or a file that is no YAML; NotFoundError if the
 * entity is not in the file
 */
export function setAnnotations(
  text: string,
  file: string,
  wanted: WantedAnnotations,
): string {
  const wrong = wanted.values.find(({ name }) => !KEY.test(name));
  if (wrong) {
    throw new InputError(
      `'${wrong.name}' is no name of an annotation; write e.g. portico/slo.`,
    );
  }
  const documents = parseAllDocuments(text) as Document[];
  const broken = documents.find(({ errors }) => errors.length > 0);
  if (broken) {
    throw new InputError(
      `${file} can't be read, so nothing was changed: ${broken.errors[0].message}`,
    );
  }
  const document = documents.find(one => isEntity(one, wanted));
  if (!document) {
    throw new NotFoundError(
      `${file} has no ${wanted.kind} ${wanted.name}, so there is nothing to annotate.`,
    );
  }
  for (const { name, value } of wanted.values) {
    document.setIn(['metadata', 'annotations', name], value);
  }
  return documents.map(one => one.toString({ lineWidth: 0 })).join('');
}

function isEntity(
  document: Document,
  { kind, name }: WantedAnnotations,
): boolean {
  return (
    isMap(document.contents) &&
    String(document.get('kind')).toLocaleLowerCase('en') ===
      kind.toLocaleLowerCase('en') &&
    document.getIn(['metadata', 'name']) === name
  );
}
