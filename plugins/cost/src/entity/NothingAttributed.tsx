import { parseEntityRef } from '@backstage/catalog-model';
import { COST_SELECTOR, type EntityCost } from '@portico/plugin-cost-common';
import { ButtonLink, CopyBlock, EmptyState } from '@portico/ui';
import { useAnnotateLink } from '../hooks/useAnnotateLink';

/** Kinds whose rows of the bill are found by tag or selector; what others cost is that of their parts. */
const TAGGED = ['component', 'resource'];

function Lines({ entityRef, title }: { entityRef: string; title: string }) {
  const { name } = parseEntityRef(entityRef);
  const selector = `tag:service=${name}`;
  const link = useAnnotateLink(entityRef, [
    { name: COST_SELECTOR, value: selector },
  ]);
  return (
    <EmptyState
      what={`No row of the bill is for ${title} yet`}
      why={`Tag what it runs on with service=${name}, or say in catalog-info.yaml which tags, accounts or resources are its own. The next collection finds them, for months back too.`}
      action={link && <ButtonLink to={link}>Open a pull request</ButtonLink>}
    >
      <CopyBlock text={`service=${name}`} label="Tag for its resources" />
      <CopyBlock
        text={`metadata:\n  annotations:\n    ${COST_SELECTOR}: ${selector}`}
        label="Lines for catalog-info.yaml"
      />
    </EmptyState>
  );
}

/** Why nothing is known of an entity's costs, and what to do about it: the tag, or the lines to add. */
export function NothingAttributed(props: { cost: EntityCost; title: string }) {
  const { cost, title } = props;
  const { entityRef, covers, hidden, basis } = cost;
  if (basis.through === undefined) {
    return (
      <EmptyState
        what="No bill is read yet"
        why="The newest months follow within a few minutes of the first start, older ones after them."
      />
    );
  }
  if (TAGGED.includes(parseEntityRef(entityRef).kind)) {
    return <Lines entityRef={entityRef} title={title} />;
  }
  return (
    <EmptyState
      what={
        covers.length > 0
          ? `Nothing that belongs to ${title} has a cost yet`
          : `Nothing that you may see belongs to ${title}`
      }
      why={
        hidden > 0
          ? `What it costs is that of ${hidden} components and resources of other teams, which are theirs to see.`
          : 'What it costs is the sum of its components and resources; tag what they run on with their names.'
      }
    />
  );
}
