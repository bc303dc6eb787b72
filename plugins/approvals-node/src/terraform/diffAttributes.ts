import type { AttributeChange } from '@portico/plugin-approvals-common';
import { isDeepStrictEqual } from 'node:util';
import { maskAt, type SecretValues } from './SecretValues';
import type {
  PlanMask,
  PlanValue,
  TerraformResourceChange,
} from './TerraformPlan';

/** Longer values, such as user data, are cut. */
const LONGEST_VALUE = 400;

/** A part of a resource, before and after. */
interface Part {
  path: (string | number)[];
  before: PlanValue;
  after: PlanValue;
  unknown: PlanMask;
  sensitiveBefore: PlanMask;
  sensitiveAfter: PlanMask;
}

/** Every attribute that changes, down to the leaves of objects, and how many stay as they are. */
export function diffAttributes(
  change: TerraformResourceChange['change'],
  secrets: SecretValues,
): { attributes: AttributeChange[]; unchangedAttributes: number } {
  const root: Part = {
    path: [],
    before: change.before,
    after: change.after ?? null,
    unknown: change.after_unknown ?? false,
    sensitiveBefore: change.before_sensitive ?? false,
    sensitiveAfter: change.after_sensitive ?? false,
  };
  const parts = partsOf(root);
  const changed = parts.filter(differs);
  const replacePaths = change.replace_paths ?? [];
  return {
    attributes: changed.flatMap(leavesOf).map(part => ({
      ...toAttribute(part, secrets),
      forcesReplacement: replacePaths.some(forcing =>
        isDeepStrictEqual(
          forcing.slice(0, part.path.length),
          part.path.slice(0, forcing.length),
        ),
      ),
    })),
    unchangedAttributes: parts.filter(
      part => !differs(part) && part.before !== null,
    ).length,
  };
}

function toAttribute(
  part: Part,
  secrets: SecretValues,
): Omit<AttributeChange, 'forcesReplacement'> {
  const { before, after } = part;
  const unknownAfter = holdsTrue(part.unknown);
  const sensitive =
    holdsTrue(part.sensitiveBefore) ||
    holdsTrue(part.sensitiveAfter) ||
    secrets.isIn(before) ||
    secrets.isIn(after);
  const shown = (value: PlanValue) =>
    value === null || sensitive ? undefined : cut(JSON.stringify(value));
  return {
    path: nameOf(part.path),
    action: actionOf(before, after, unknownAfter),
    before: shown(before),
    after: unknownAfter ? undefined : shown(after),
    sensitive,
    unknownAfter,
  };
}

function actionOf(
  before: PlanValue,
  after: PlanValue,
  unknownAfter: boolean,
): AttributeChange['action'] {
  if (before === null) return 'add';
  return after === null && !unknownAfter ? 'remove' : 'change';
}

/** Objects are followed; lists too, if they hold objects. */
function leavesOf(part: Part): Part[] {
  if (part.unknown === true || !isFollowed(part)) return [part];
  return partsOf(part).filter(differs).flatMap(leavesOf);
}

function isFollowed({ before, after }: Part): boolean {
  const sides = [before, after].filter(side => side !== null);
  return (
    sides.length > 0 &&
    sides.every(
      side =>
        typeof side === 'object' &&
        side !== null &&
        Object.keys(side).length > 0 &&
        (!Array.isArray(side) ||
          side.every(item => typeof item === 'object' && item !== null)),
    )
  );
}

function partsOf(part: Part): Part[] {
  const { before, after, unknown } = part;
  const keys = new Set(
    [before, after, unknown].flatMap(side =>
      typeof side === 'object' && side !== null ? Object.keys(side) : [],
    ),
  );
  const isList = Array.isArray(before ?? after);
  return [...keys].map(key => ({
    path: [...part.path, isList ? Number(key) : key],
    before: valueAt(before, key),
    after: valueAt(after, key),
    unknown: maskAt(unknown, key),
    sensitiveBefore: maskAt(part.sensitiveBefore, key),
    sensitiveAfter: maskAt(part.sensitiveAfter, key),
  }));
}

function differs({ before, after, unknown }: Part): boolean {
  return holdsTrue(unknown) || !isDeepStrictEqual(before, after);
}

function valueAt(value: PlanValue, key: string): PlanValue {
  if (value === null || typeof value !== 'object') return null;
  return (value as { [key: string]: PlanValue })[key] ?? null;
}

function holdsTrue(mask: PlanMask): boolean {
  return typeof mask === 'boolean' ? mask : Object.values(mask).some(holdsTrue);
}

/** e.g. `tags.portico-task`, `ingress[0].cidr_blocks`. */
function nameOf(path: (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters)`
    : text;
}
