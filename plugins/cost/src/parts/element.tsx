import {
  coreExtensionData,
  createExtension,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';

/** An element for one of the places that a page keeps for plugins, loaded once it is shown. */
export const element = (
  name: string,
  attachTo: { id: string; input: string },
  loader: () => Promise<JSX.Element>,
) =>
  createExtension({
    name,
    attachTo,
    output: [coreExtensionData.reactElement],
    factory: ({ node }) => [
      coreExtensionData.reactElement(ExtensionBoundary.lazy(node, loader)),
    ],
  });
