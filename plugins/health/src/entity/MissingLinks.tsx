import type { MissingLink } from '@portico/plugin-health-common';
import { ButtonLink, CopyBlock, EmptyState } from '@portico/ui';
import { useAnnotateLink } from '../hooks/useAnnotateLink';

/** Values with these would be read as something else than text. */
const NEEDS_QUOTES = /^[^a-z0-9]|: |\s#|"|'/i;

const yaml = (value: string) =>
  NEEDS_QUOTES.test(value) ? `'${value.replaceAll("'", "''")}'` : value;

/** The lines of `catalog-info.yaml` that link what is missing. */
export function linesToAdd(missing: MissingLink[]): string {
  return [
    'metadata:',
    '  annotations:',
    ...missing.map(
      ({ annotation, example }) => `    ${annotation}: ${yaml(example)}`,
    ),
  ].join('\n');
}

/** What nothing is known of because nothing links it: the lines to add, and the button that proposes them. */
export function MissingLinks(props: {
  entityRef: string;
  missing: MissingLink[];
}) {
  const { entityRef, missing } = props;
  const link = useAnnotateLink(entityRef, missing);
  if (missing.length === 0) return null;
  return (
    <EmptyState
      what={missing.map(({ title }) => title).join('. ')}
      why={missing.map(({ text }) => text).join(' ')}
      action={link && <ButtonLink to={link}>Open a pull request</ButtonLink>}
    >
      <CopyBlock
        text={linesToAdd(missing)}
        label="Lines for catalog-info.yaml"
      />
    </EmptyState>
  );
}
