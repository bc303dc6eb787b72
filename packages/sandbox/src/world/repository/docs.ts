import { stringify } from 'yaml';
import type { FileChange } from '../../services/github/git/GitRepositories';
import type { Component, World } from '../types';
import { ENVIRONMENTS, namespaceIn, replicasIn } from './environments';
import { RECOVERY } from './recovery';
import { runbook } from './runbook';

/** How to run the tests, and how to run the thing, by language. */
const COMMANDS: Record<Component['language'], { test: string; run: string }> = {
  nodejs: { test: 'npm test', run: 'npm start' },
  python: { test: 'python -m unittest', run: 'python -m app.main' },
  java: { test: 'mvn verify', run: 'mvn package && java -jar target/*.jar' },
  go: { test: 'go test ./...', run: 'go run .' },
};

/** `mkdocs.yml` and the pages under `docs/`. */
export function docsFiles(world: World, component: Component): FileChange[] {
  return [
    {
      path: 'mkdocs.yml',
      content: stringify({
        site_name: component.name,
        site_description: component.description,
        nav: [{ Overview: 'index.md' }, { Runbook: 'runbook.md' }],
        plugins: ['techdocs-core'],
      }),
    },
    { path: 'docs/index.md', content: overview(world, component) },
    { path: 'docs/runbook.md', content: runbook(world, component) },
  ];
}

/** `README.md`: short; the rest is in the docs. */
export function readmeFile(world: World, component: Component): FileChange {
  const { name, description, language, port } = component;
  const more = component.unlinked
    ? ''
    : `\nMore: [overview](docs/index.md), [runbook](docs/runbook.md).\n`;
  return {
    path: 'README.md',
    content: `# ${name}

${description}

Owned by **${component.owner}** (${channelOf(world, component)}).

\`\`\`sh
${COMMANDS[language].test}
PORT=${port} ${COMMANDS[language].run}   # then http://localhost:${port}/health
\`\`\`

A push to \`main\` runs the tests, builds the image and lets dev run it. Staging and production follow by a pull request that changes \`newTag\` in \`deploy/overlays/\`; Argo CD syncs from there.
${more}`,
  };
}

function overview(world: World, component: Component): string {
  const { name, description, tier, slo, system, language } = component;
  const systemTitle = world.systems.find(s => s.name === system)?.title;
  const usedBy = world.components
    .filter(other => other.dependsOn.includes(name))
    .map(other => other.name);
  const { time, point } = RECOVERY[tier];

  return `# ${name}

${description}

| | |
| --- | --- |
| Part of | ${systemTitle} |
| Owner | ${component.owner}, ${channelOf(world, component)} |
| Tier | ${tier}: back within ${time}, at most ${point} of data lost |
| Objectives | ${slo ?? 'none set'} |
| Language | ${language} |

## What it needs

${dependencyTable(world, component)}

## Who needs it

${
  usedBy.length
    ? usedBy.map(other => `- ${other}`).join('\n')
    : 'No other component calls it.'
}

## APIs

${apis(component)}

## Where it runs

| Environment | Namespace | Pods |
| --- | --- | --- |
${ENVIRONMENTS.map(
  environment =>
    `| ${environment} | \`${namespaceIn(
      environment,
      component,
    )}\` | ${replicasIn(environment, component)} |`,
).join('\n')}

## Working on it

\`\`\`sh
${COMMANDS[language].test}
\`\`\`

Settings come from the ConfigMap \`${name}-config\`; secrets from \`${name}-secrets\`, which the External Secrets operator writes.
`;
}

function dependencyTable(world: World, component: Component): string {
  const rows = [
    ...component.dependsOn.map(name => ({
      name,
      what: world.components.find(other => other.name === name)?.description,
    })),
    ...component.uses.map(name => ({
      name,
      what: world.resources.find(other => other.name === name)?.description,
    })),
  ];
  if (!rows.length) return 'Nothing beside the cluster itself.';
  return `| Name | What for |
| --- | --- |
${rows.map(({ name, what }) => `| \`${name}\` | ${what ?? ''} |`).join('\n')}`;
}

function apis(component: Component): string {
  const lines = [
    ...component.providesApis.map(
      api => `- offers \`${api.name}\` (${api.type}): ${api.description}`,
    ),
    ...component.consumesApis.map(name => `- calls \`${name}\``),
  ];
  return lines.length
    ? lines.join('\n')
    : 'It offers none beside `/health`, `/ready` and `/metrics`.';
}

function channelOf(world: World, component: Component): string {
  const team = world.teams.find(({ name }) => name === component.owner);
  return team?.channel ?? component.owner;
}
