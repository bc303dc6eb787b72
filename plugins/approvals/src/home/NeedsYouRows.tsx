import type { ApprovalSummary } from '@portico/plugin-approvals-common';
import {
  errorName,
  ErrorState,
  errorWords,
  formatRoughly,
  Icon,
  NeedsYouMore,
  NeedsYouRow,
  TextLink,
  useNow,
  VisuallyHidden,
} from '@portico/ui';
import { useApprovalList } from '../hooks/useApprovalList';
import { nameOf } from '../model/names';
import { useLinks } from '../parts/links';

const SHOWN = 5;
const MINUTE = 60_000;

/** ` destroys 4 resources`, the one thing to know before opening it. */
function warning({ change: { summary } }: ApprovalSummary): string {
  const { destroy, replace } = summary;
  const count = destroy || replace;
  if (!count) return '';
  const verb = destroy ? 'destroys' : 'replaces';
  return `: ${verb} ${count} ${count === 1 ? 'resource' : 'resources'}`;
}

/** Approvals that wait for the viewer, as rows of "Needs you"; nothing where none does. */
export function NeedsYouRows() {
  const { value, error, reload } = useApprovalList({
    view: 'mine',
    limit: SHOWN,
  });
  const links = useLinks();
  const now = useNow(MINUTE);
  if (error && errorName(error) === 'NotAllowedError') return null;
  if (error && !value) {
    return (
      <li>
        <ErrorState
          inline
          what="Unknown: approvals have not answered."
          why={errorWords(error)}
          retry={reload}
        />
      </li>
    );
  }
  const { items = [], total = 0, names = {} } = value ?? {};
  return (
    <>
      {items.map(item => (
        <NeedsYouRow
          key={item.id}
          shape={<Icon name="stamp" />}
          kind="Approval"
          age={formatRoughly(
            (now.getTime() - new Date(item.requestedAt).getTime()) / 1000,
          )}
          action={
            <TextLink to={links.approval(item.id)}>
              Decide <VisuallyHidden>on {item.title}</VisuallyHidden>
            </TextLink>
          }
        >
          <b>{item.title}</b>
          {warning(item)}, asked by {nameOf(item.requestedBy, names)}
        </NeedsYouRow>
      ))}
      {total > items.length && (
        <NeedsYouMore>
          <TextLink to={links.inbox('mine')}>
            {`${total - items.length} more wait for you`}
          </TextLink>
        </NeedsYouMore>
      )}
    </>
  );
}
