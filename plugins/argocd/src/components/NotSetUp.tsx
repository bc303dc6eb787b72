import type { ApplicationChoice } from '../annotations';
import { describeChoice } from '../annotations';
import { LinesToAdd } from './LinesToAdd';

/** No application is linked: what to add, or what Argo CD does not have. */
export function NotSetUp(props: { name: string; choice?: ApplicationChoice }) {
  const { name, choice } = props;
  if (choice) {
    return (
      <p>
        <b>No application in Argo CD matches {describeChoice(choice)}.</b> Its
        environments appear here once one does: create it with the template or
        correct the <code>argocd/</code> annotation in{' '}
        <code>catalog-info.yaml</code>.
      </p>
    );
  }
  return (
    <>
      <p>
        <b>No application of Argo CD is linked to {name}.</b> Add these lines to{' '}
        <code>catalog-info.yaml</code> to see what runs where.
      </p>
      <LinesToAdd
        lines={`metadata:\n  annotations:\n    argocd/app-selector: app=${name}`}
      />
    </>
  );
}
