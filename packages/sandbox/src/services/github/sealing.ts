import sodium from 'libsodium-wrappers';
import { GithubError } from './GithubError';
import type { GithubState } from './GithubState';
import type { SealingKey } from './model';

/** `sodium.base64_variants.ORIGINAL`, which is only there once the library is ready. */
const ORIGINAL = 1;

/** The key pair with which secrets of a scope are sealed; made when first asked for. */
export async function sealingKey(
  state: GithubState,
  scope: string,
): Promise<SealingKey> {
  const found = state.keys.get(scope);
  if (found) return found;
  await sodium.ready;
  const pair = sodium.crypto_box_keypair();
  return (
    state.keys.get(scope) ??
    state.keys.put(scope, {
      keyId: `5680${String(state.nextId()).padStart(14, '0')}`,
      publicKey: sodium.to_base64(pair.publicKey, ORIGINAL),
      privateKey: sodium.to_base64(pair.privateKey, ORIGINAL),
    })
  );
}

/**
 * Opens what a client sealed with `crypto_box_seal`.
 *
 * @throws GithubError 422 if it was sealed with another key, or not at all
 */
export async function unseal(
  key: SealingKey,
  keyId: string | undefined,
  sealed: string,
): Promise<string> {
  await sodium.ready;
  if (keyId !== undefined && keyId !== key.keyId) {
    throw new GithubError(
      422,
      'Bad request - public key ID does not match: fetch the public key again and encrypt with it',
    );
  }
  try {
    const bytes = sodium.crypto_box_seal_open(
      sodium.from_base64(sealed, ORIGINAL),
      sodium.from_base64(key.publicKey, ORIGINAL),
      sodium.from_base64(key.privateKey, ORIGINAL),
    );
    return Buffer.from(bytes).toString('utf8');
  } catch {
    throw new GithubError(
      422,
      'Encrypted value is not valid: it must be a libsodium sealed box for the public key of this repository, environment or organization, in base64',
    );
  }
}
