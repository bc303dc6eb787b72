/** One step of a JSON patch (RFC 6902). */
export interface JsonPatchOperation {
  op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  path: string;
  from?: string;
  value?: unknown;
}

/** Raised where a step can't be done; the message is what Kubernetes says. */
export class JsonPatchError extends Error {
  name = 'JsonPatchError';
}

type Place = { [key: string]: unknown } | unknown[];

/**
 * A copy of the document with the steps done.
 *
 * @throws JsonPatchError where a path does not exist or a test fails
 */
export function jsonPatch<T>(document: T, operations: JsonPatchOperation[]): T {
  const root = { '': structuredClone(document) } as { '': T };
  for (const operation of operations) {
    const { op, path, from } = operation;
    switch (op) {
      case 'add':
        add(root, path, structuredClone(operation.value));
        break;
      case 'remove':
        remove(root, path);
        break;
      case 'replace':
        remove(root, path);
        add(root, path, structuredClone(operation.value));
        break;
      case 'copy':
        add(root, path, structuredClone(read(root, from ?? '')));
        break;
      case 'move':
        add(root, path, remove(root, from ?? ''));
        break;
      case 'test':
        if (
          JSON.stringify(read(root, path)) !== JSON.stringify(operation.value)
        ) {
          throw new JsonPatchError(`testing path ${path} failed`);
        }
        break;
      default:
        throw new JsonPatchError(`Unexpected kind: ${op}`);
    }
  }
  return root[''];
}

function locate(root: Place, pointer: string): { place: Place; key: string } {
  const keys = pointer
    .split('/')
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = keys.pop() ?? '';
  let place = root;
  for (const key of keys) {
    const next = (place as Record<string, unknown>)[key];
    if (typeof next !== 'object' || next === null) {
      throw new JsonPatchError(
        `doc is missing path: "${pointer}": missing value`,
      );
    }
    place = next as Place;
  }
  return { place, key: last };
}

function read(root: Place, pointer: string): unknown {
  const { place, key } = locate(root, pointer);
  if (!(key in place)) {
    throw new JsonPatchError(`doc is missing key: ${pointer}: missing value`);
  }
  return (place as Record<string, unknown>)[key];
}

function add(root: Place, pointer: string, value: unknown) {
  const { place, key } = locate(root, pointer);
  if (Array.isArray(place)) {
    place.splice(key === '-' ? place.length : Number(key), 0, value);
  } else {
    place[key] = value;
  }
}

function remove(root: Place, pointer: string): unknown {
  const value = read(root, pointer);
  const { place, key } = locate(root, pointer);
  if (Array.isArray(place)) place.splice(Number(key), 1);
  else delete place[key];
  return value;
}
