import { AppNode, coreExtensionData } from '@backstage/frontend-plugin-api';
import { Fragment } from 'react';

/** The element of an attached extension, with the extension's id as its key. */
export function keyed(input: {
  node: AppNode;
  get(ref: typeof coreExtensionData.reactElement): JSX.Element;
}): JSX.Element {
  return (
    <Fragment key={input.node.spec.id}>
      {input.get(coreExtensionData.reactElement)}
    </Fragment>
  );
}
