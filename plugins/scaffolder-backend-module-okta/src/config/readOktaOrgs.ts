import type { Config } from '@backstage/config';

/** An Okta organisation in which flows make and change people. */
export interface OktaOrg {
  name: string;
  /** Without a slash at the end, e.g. `https://acme.okta.com`. */
  orgUrl: string;
  /** Where administrators work, e.g. `https://acme-admin.okta.com`. */
  adminUrl: string;
  token: string;
  isDefault: boolean;
}

/** Reads `okta.orgs`; empty if the section is absent. The first is the default unless another says so. */
export function readOktaOrgs(config: Config): OktaOrg[] {
  const sections = config.getOptionalConfigArray('okta.orgs') ?? [];
  const marked = sections.findIndex(org => org.getOptionalBoolean('default'));
  return sections.map((org, index) => {
    const orgUrl = org.getString('orgUrl').replace(/\/+$/, '');
    return {
      name: org.getString('name'),
      orgUrl,
      adminUrl: (
        org.getOptionalString('adminUrl') ??
        orgUrl.replace(/\.(okta|oktapreview|okta-emea)\.com$/, '-admin.$1.com')
      ).replace(/\/+$/, ''),
      token: org.getString('token'),
      isDefault: index === Math.max(marked, 0),
    };
  });
}
