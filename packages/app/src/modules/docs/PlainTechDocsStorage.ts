import { isError, NotFoundError } from '@backstage/errors';
import type { TechDocsStorageApi } from '@backstage/plugin-techdocs-react';

/**
 * TechDocs' own storage, with a build that fails told in words a reader can
 * act on: the stock page prints what the server's shell said.
 */
export function withPlainBuildErrors(
  storage: TechDocsStorageApi,
): TechDocsStorageApi {
  return {
    getApiOrigin: () => storage.getApiOrigin(),
    getStorageUrl: () => storage.getStorageUrl(),
    getBuilder: () => storage.getBuilder(),
    getBaseUrl: (...question) => storage.getBaseUrl(...question),
    async getEntityDocs(...question) {
      try {
        return withoutWebFonts(await storage.getEntityDocs(...question));
      } catch (error) {
        if (!isError(error) || error.name !== 'NotFoundError') throw error;
        throw unnamed(
          new NotFoundError(
            'There is no such page: the docs have not been built yet, or the repository has no docs/index.md',
          ),
        );
      }
    },
    async syncEntityDocs(...question) {
      try {
        return await storage.syncEntityDocs(...question);
      } catch (error) {
        throw unnamed(new Error(explainBuildError((error as Error).message)));
      }
    },
  };
}

/**
 * Material for MkDocs links Google's fonts. The portal uses the system's own, and the reader
 * stays blank until every style sheet has come: for ever where that host cannot be reached.
 */
function withoutWebFonts(page: string): string {
  return page.replace(
    /<link\b[^>]*\bhref=["']?https:\/\/fonts\.(googleapis|gstatic)\.com[^>]*>/g,
    '',
  );
}

/** The reader prints `toString()`; without a name that is the sentence alone. */
function unnamed(error: Error): Error {
  error.name = '';
  return error;
}

/** What a failed build means and what to do; the server's words where it is not known. */
export function explainBuildError(message: string): string {
  if (/spawn mkdocs ENOENT/.test(message)) {
    return (
      'Python 3 with the package mkdocs-techdocs-core is missing on the server, so no docs can be built. ' +
      'The platform team can install both ("pip install mkdocs-techdocs-core") and start the portal again; everything else works without.'
    );
  }
  if (/No module named|ModuleNotFoundError/.test(message)) {
    return `The server's mkdocs lacks a module that these docs ask for. The platform team can install it. It said: ${message}`;
  }
  return message;
}
