import { NotFoundError } from '@backstage/errors';
import type { TechDocsStorageApi } from '@backstage/plugin-techdocs-react';
import { withPlainBuildErrors } from './PlainTechDocsStorage';

const orders = { kind: 'component', namespace: 'default', name: 'orders' };

function failingWith(message: string) {
  return withPlainBuildErrors({
    syncEntityDocs: async () => {
      throw new Error(message);
    },
  } as Partial<TechDocsStorageApi> as TechDocsStorageApi);
}

it('says without jargon that a page is not there', async () => {
  const storage = withPlainBuildErrors({
    getEntityDocs: async () => {
      throw new NotFoundError('Page not found.');
    },
  } as Partial<TechDocsStorageApi> as TechDocsStorageApi);
  const error = await storage.getEntityDocs(orders, '').catch(e => e);
  expect(String(error)).toMatch(/^There is no such page/);
});

it('does not wait for fonts from elsewhere', async () => {
  const storage = withPlainBuildErrors({
    getEntityDocs: async () =>
      '<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>' +
      '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto"><link rel="stylesheet" href="main.css"><p>Orders</p>',
  } as Partial<TechDocsStorageApi> as TechDocsStorageApi);
  await expect(storage.getEntityDocs(orders, '')).resolves.toBe(
    '<link rel="stylesheet" href="main.css"><p>Orders</p>',
  );
});

describe('docs that cannot be built', () => {
  it('says what is missing on the server and what to do', async () => {
    const message =
      'Failed to generate docs from /tmp/a into /tmp/b; caused by Error: spawn mkdocs ENOENT';
    const sync = failingWith(message).syncEntityDocs(orders);
    await expect(sync).rejects.toThrow(
      /Python 3 with the package mkdocs-techdocs-core is missing/,
    );
    await expect(sync).rejects.not.toThrow(/ENOENT|\/tmp/);
  });

  it('passes on what it does not know', async () => {
    await expect(
      failingWith('docs/index.md not found').syncEntityDocs(orders),
    ).rejects.toThrow('docs/index.md not found');
  });

  it('passes on the answer of a build that works', async () => {
    const storage = withPlainBuildErrors({
      syncEntityDocs: async () => 'updated',
    } as Partial<TechDocsStorageApi> as TechDocsStorageApi);
    await expect(storage.syncEntityDocs(orders)).resolves.toBe('updated');
  });
});
