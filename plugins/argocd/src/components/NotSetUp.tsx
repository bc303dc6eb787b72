import { CopyBlock, EmptyState } from '@portico/ui';
import type { ApplicationChoice } from '../annotations';
import { describeChoice } from '../annotations';

/** No application is linked: what to add, or what Argo CD does not have. */
export function NotSetUp(props: { name: string; choice?: ApplicationChoice }) {
  const { name, choice } = props;
  if (choice) {
    return (
      <EmptyState
        what={`No application in Argo CD matches ${describeChoice(choice)}.`}
        why={
          <>
            Its environments appear here once one does: create it with the
            template or correct the <code>argocd/</code> annotation in{' '}
            <code>catalog-info.yaml</code>.
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      what={`No application of Argo CD is linked to ${name}.`}
      why={
        <>
          Add these lines to <code>catalog-info.yaml</code> to see what runs
          where.
        </>
      }
    >
      <CopyBlock
        label="Lines for catalog-info.yaml"
        text={`metadata:\n  annotations:\n    argocd/app-selector: app=${name}`}
      />
    </EmptyState>
  );
}
