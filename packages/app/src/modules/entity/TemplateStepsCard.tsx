import { useEntity } from '@backstage/plugin-catalog-react';
import { EmptyState, List, ListRow, Section } from '@portico/ui';

interface Step {
  id?: string;
  name?: string;
  action?: string;
}

/** What a template does, in its order. */
export function TemplateStepsCard() {
  const { entity } = useEntity();
  const steps = Array.isArray(entity.spec?.steps)
    ? (entity.spec.steps as Step[])
    : [];
  return (
    <Section title="What it does" qualifier={`${steps.length} steps`}>
      {steps.length === 0 ? (
        <EmptyState
          what="This template has no steps"
          why="Starting it would make nothing. Its template.yaml needs spec.steps."
        />
      ) : (
        <List>
          {steps.map((step, index) => (
            <ListRow
              key={step.id ?? index}
              icon={<span>{index + 1}</span>}
              end={<code>{step.action}</code>}
            >
              {step.name ?? step.id}
            </ListRow>
          ))}
        </List>
      )}
    </Section>
  );
}
