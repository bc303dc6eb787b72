import { createPermission } from '@backstage/plugin-permission-common';

/** May make or change repositories, their CI and their settings on GitHub. */
export const githubWritePermission = createPermission({
  name: 'portico.github.write',
  attributes: { action: 'update' },
});

/** May plan and apply Terraform configurations. */
export const terraformApplyPermission = createPermission({
  name: 'portico.terraform.apply',
  attributes: { action: 'update' },
});

/** May make, change and sync Argo CD applications. */
export const argocdWritePermission = createPermission({
  name: 'portico.argocd.write',
  attributes: { action: 'update' },
});

/** May let flows change what other teams own. Without it, flows reach only what one's own groups own. */
export const foreignEntityPermission = createPermission({
  name: 'portico.entity.foreign',
  attributes: { action: 'update' },
});

/** May run the clean-up of a task again. */
export const cleanupRunPermission = createPermission({
  name: 'portico.cleanup.run',
  attributes: { action: 'update' },
});

/** All permissions that Portico's flows check. */
export const flowsPermissions = [
  githubWritePermission,
  terraformApplyPermission,
  argocdWritePermission,
  foreignEntityPermission,
  cleanupRunPermission,
];
