import { InputError } from '@backstage/errors';
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** What an overlay deploys. */
export interface OverlayImage {
  /** Image without tag, e.g. `ghcr.io/mini-org/orders`. */
  name: string;
  tag: string;
}

/** The file of an overlay that names its image. */
export function overlayFile(overlay: string): string {
  return `${overlay.replace(/\/+$/, '')}/kustomization.yaml`;
}

/**
 * The image that an overlay sets: the one of that name, or its only one.
 *
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/
 * @throws InputError if it sets none, or several and none was named
 */
export function readImage(
  text: string,
  file: string,
  name?: string,
): OverlayImage {
  const entry = findEntry(parseDocument(text), file, name);
  return {
    name: String(entry.get('newName') ?? entry.get('name')),
    tag: String(entry.get('newTag') ?? 'latest'),
  };
}

/**
 * The overlay with another tag. Labels that repeat the version follow it; comments and order stay.
 *
 * @throws InputError as {@link readImage}
 */
export function setTag(
  text: string,
  file: string,
  { tag, name }: { tag: string; name?: string },
): string {
  const document = parseDocument(text);
  const entry = findEntry(document, file, name);
  const before = String(entry.get('newTag') ?? 'latest');
  if (before === tag) return text;
  entry.set('newTag', tag);
  const labels = document.get('labels');
  for (const label of isSeq(labels) ? labels.items : []) {
    const pairs = isMap(label) ? label.get('pairs') : undefined;
    if (!isMap(pairs)) continue;
    if (String(pairs.get('version') ?? '') === withoutV(before))
      pairs.set('version', withoutV(tag));
  }
  return document.toString({ lineWidth: 0 });
}

function findEntry(
  document: ReturnType<typeof parseDocument>,
  file: string,
  name?: string,
): YAMLMap {
  const images = document.get('images');
  const entries = (isSeq(images) ? images.items : [])
    .filter(isMap)
    .filter(
      entry =>
        !name || [entry.get('name'), entry.get('newName')].includes(name),
    );
  if (entries.length !== 1) {
    throw new InputError(
      entries.length === 0
        ? `${file} sets no image${
            name ? ` ${name}` : ''
          }: its 'images' need an entry with 'name' and 'newTag'.`
        : `${file} sets ${entries.length} images; name the one that is meant.`,
    );
  }
  return entries[0] as YAMLMap;
}

/** `v1.4.2` → `1.4.2`, as labels have it. */
function withoutV(tag: string): string {
  return tag.replace(/^v(?=\d)/, '');
}
