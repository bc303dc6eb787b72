import type { HealthVerdict } from '@portico/plugin-health-common';
import { Section, Waiting } from '@portico/ui';
import { useVerdict } from '../hooks/useVerdict';
import { FigureRow, type DeployMark } from './FigureRow';
import { NoVerdict } from './NoVerdict';
import { VerdictSection } from './VerdictSection';

/** Deploys near the last hour, as far as the verdict tells of them. */
export function deploysOf(verdict: HealthVerdict): DeployMark[] {
  const { startedAfter, lastDeploy } = verdict;
  const deploys = [startedAfter, lastDeploy].filter(it => it !== undefined);
  return [...new Map(deploys.map(it => [it.at, it.revision]))].map(
    ([at, title]) => ({ at, title }),
  );
}

/** On top of an entity's overview: the verdict with its reasons, and the four figures. */
export function HealthTop() {
  const { value, error, reload } = useVerdict();
  if (!value) {
    return error ? (
      <NoVerdict error={error} retry={reload} />
    ) : (
      <Section label="Verdict">
        <Waiting rows={5} what="the verdict" />
      </Section>
    );
  }
  return (
    <>
      <VerdictSection verdict={value} error={error} reload={reload} />
      {Object.keys(value.figures).length > 0 && (
        <FigureRow verdict={value} marks={deploysOf(value)} />
      )}
    </>
  );
}
