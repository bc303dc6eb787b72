import { look } from '../http/look';
import type { Answer } from '../http/ask';
import type { Vendor } from '../Source';

/** What flows do there; https://developer.hashicorp.com/terraform/cloud-docs/api-docs/organizations */
const PERMISSIONS = ['can-create-workspace'];

const configKey = 'terraform.hcp';
const usedFor = 'Cloud resources that flows make and change.';

/** HCP Terraform and Terraform Enterprise. */
export const terraform: Vendor = {
  kind: 'terraform',
  title: 'HCP Terraform',
  usedFor,
  configKey,
  read: config =>
    (config.getOptionalConfigArray(configKey) ?? []).map(section => {
      const name = section.getString('name');
      const organization = section.getString('organization');
      const url = (
        section.getOptionalString('baseUrl') ?? 'https://app.terraform.io'
      ).replace(/\/+$/, '');
      const headers = { authorization: `Bearer ${section.getString('token')}` };
      return {
        id: `terraform:${name}`,
        kind: 'terraform',
        title: 'HCP Terraform',
        instance: organization,
        url,
        usedFor,
        configKey,
        check: signal =>
          look(
            {
              url: `${url}/api/v2/organizations/${encodeURIComponent(
                organization,
              )}`,
              headers,
              signal,
            },
            {
              configKey,
              hasToken: true,
              read: answer => {
                const missing = missingIn(answer);
                return {
                  answeredAs: `organisation ${organization}`,
                  token: {
                    state: 'valid',
                    ...(missing.length > 0 && { missing }),
                  },
                };
              },
            },
          ),
      };
    }),
};

function missingIn({ body }: Answer): string[] {
  const { data } = (body ?? {}) as {
    data?: { attributes?: { permissions?: Record<string, boolean> } };
  };
  const held = data?.attributes?.permissions;
  return held ? PERMISSIONS.filter(permission => !held[permission]) : [];
}
