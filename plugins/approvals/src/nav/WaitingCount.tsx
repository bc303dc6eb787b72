import { VisuallyHidden } from '@portico/ui';
import { useApprovalCounts } from '../hooks/useApprovalCounts';

const MOST = 99;

/** How many approvals wait for the viewer; nothing while none does or nobody knows. */
export function WaitingCount() {
  const { value } = useApprovalCounts();
  if (!value?.mine) return null;
  return (
    <>
      {value.mine > MOST ? `${MOST}+` : value.mine}{' '}
      <VisuallyHidden>waiting for you</VisuallyHidden>
    </>
  );
}
