import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** git's `update` hook: refuses what a protection forbids, with GitHub's words. */
const UPDATE_HOOK = `#!/bin/sh
ref="$1" old="$2" new="$3"
zero=0000000000000000000000000000000000000000
[ "$old" = "$zero" ] && exit 0
refuse() {
  echo "error: GH006: Protected branch update failed for $ref." >&2
  echo "error: $1" >&2
  exit 1
}
while read -r mode force delete name why; do
  [ "$name" = "$ref" ] || continue
  if [ "$new" = "$zero" ]; then
    [ "$delete" = delete ] || refuse "Cannot delete this branch"
    exit 0
  fi
  if [ "$force" = noforce ] && ! git merge-base --is-ancestor "$old" "$new"; then
    refuse "Cannot force-push to this branch"
  fi
  case "$mode" in
    reject) refuse "$why" ;;
    bypass)
      echo "Bypassed rule violations for $ref:" >&2
      echo "" >&2
      echo "- $why" >&2
      ;;
  esac
done <<RULES
$SANDBOX_RULES
RULES
exit 0
`;

/** Folder for `core.hooksPath`, beside the repositories. */
export function hooksDirectory(dataDir: string): string {
  return join(dataDir, 'git-hooks');
}

/** Writes the hook that `hookRules` feeds. */
export function installUpdateHook(dataDir: string): void {
  const directory = hooksDirectory(dataDir);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'update'), UPDATE_HOOK, { mode: 0o755 });
}
