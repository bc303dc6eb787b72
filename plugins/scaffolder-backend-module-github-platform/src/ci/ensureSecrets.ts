import sodium from 'libsodium-wrappers';
import type { RepoClient } from '../client/createRepoClient';
import type { Report } from './Report';
import type { SettingsScope } from './settingsScope';

/**
 * Writes the secrets, sealed for GitHub
 * (https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api). Nobody can read what
 * is there, so all are written.
 */
export async function ensureSecrets(
  { octokit }: RepoClient,
  scope: SettingsScope,
  wanted: Record<string, string> = {},
): Promise<Report> {
  const report: Report = { made: [], changed: [], kept: [] };
  const path = `${scope.path}/secrets`;
  if (Object.keys(wanted).length === 0) return report;
  const { data: publicKey } = await octokit.request(`GET ${path}/public-key`);
  const found: { name: string }[] = await octokit.paginate(`GET ${path}`, {
    per_page: 100,
  });
  const names = new Set(found.map(({ name }) => name));
  for (const [key, value] of Object.entries(wanted)) {
    const name = key.toLocaleUpperCase('en-US');
    await octokit.request(`PUT ${path}/${name}`, {
      encrypted_value: await seal(value, publicKey.key),
      key_id: publicKey.key_id,
    });
    report[names.has(name) ? 'changed' : 'made'].push(name);
  }
  return report;
}

async function seal(value: string, publicKey: string): Promise<string> {
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  const sealed = sodium.crypto_box_seal(
    sodium.from_string(value),
    sodium.from_base64(publicKey, ORIGINAL),
  );
  return sodium.to_base64(sealed, ORIGINAL);
}
