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

/** May destroy what Terraform workspaces manage. */
export const terraformDestroyPermission = createPermission({
  name: 'portico.terraform.destroy',
  attributes: { action: 'delete' },
});

/** May make, change and sync Argo CD applications. */
export const argocdWritePermission = createPermission({
  name: 'portico.argocd.write',
  attributes: { action: 'update' },
});

/** May make, change and delete dashboards and their folders in Grafana. */
export const grafanaWritePermission = createPermission({
  name: 'portico.grafana.write',
  attributes: { action: 'update' },
});

/** May make, change and deactivate people in Okta, and change who is in which group. */
export const oktaWritePermission = createPermission({
  name: 'portico.okta.write',
  attributes: { action: 'update' },
});

/** May give and take access to AWS accounts through IAM Identity Center. */
export const awsIdentityWritePermission = createPermission({
  name: 'portico.aws-identity.write',
  attributes: { action: 'update' },
});

/** May change who is in which team of the organisation on GitHub. */
export const githubTeamWritePermission = createPermission({
  name: 'portico.github-team.write',
  attributes: { action: 'update' },
});

/** May comment on and close issues on GitHub. */
export const githubIssueWritePermission = createPermission({
  name: 'portico.github-issue.write',
  attributes: { action: 'update' },
});

/** May send mail in Portico's name. */
export const emailSendPermission = createPermission({
  name: 'portico.email.send',
  attributes: { action: 'create' },
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
  terraformDestroyPermission,
  argocdWritePermission,
  grafanaWritePermission,
  oktaWritePermission,
  awsIdentityWritePermission,
  githubTeamWritePermission,
  githubIssueWritePermission,
  emailSendPermission,
  foreignEntityPermission,
  cleanupRunPermission,
];
