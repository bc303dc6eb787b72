import type { z as zod } from 'zod/v3';
import { repositoryInput } from '../changes/changes.input';

type Z = typeof zod;

/** What a step of `portico:find-release` takes. */
export const findReleaseInput = {
  repoUrl: repositoryInput.repoUrl,
  service: (z: Z) =>
    z.string().describe('Name of the service, as its applications begin'),
  environment: (z: Z) => z.string().describe('Environment that is to change'),
  how: (z: Z) =>
    z
      .enum(['promote', 'rollback'])
      .describe(
        'promote: what the environment before it runs. rollback: what it ran before, when it was healthy',
      ),
  environments: (z: Z) =>
    z
      .array(z.string())
      .describe(
        'Environments in the order in which a release goes through them; dev, staging, production if absent',
      )
      .optional(),
  tag: (z: Z) =>
    z
      .string()
      .describe('Exactly this image tag, instead of the one that is found')
      .optional(),
  overlays: (z: Z) =>
    z
      .string()
      .describe('Folder of the overlays; deploy/overlays if absent')
      .optional(),
  instance: (z: Z) =>
    z.string().describe('Argo CD instance; the default if absent').optional(),
};

/** What it gives to later steps. */
export const findReleaseOutput = {
  tag: (z: Z) => z.string().describe('Image tag that is to run'),
  currentTag: (z: Z) =>
    z.string().describe('Image tag that the overlay sets now'),
  image: (z: Z) => z.string().describe('Image without tag'),
  from: (z: Z) => z.string().describe('Where the release comes from, in words'),
  changed: (z: Z) => z.boolean().describe('Whether the two tags differ'),
  overlay: (z: Z) => z.string().describe('Folder of the overlay'),
  remoteUrl: (z: Z) => z.string().describe('Clone URL of the repository'),
  application: (z: Z) => z.string().describe('Argo CD application'),
  applicationUrl: (z: Z) => z.string().optional(),
  deployed: (z: Z) =>
    z.boolean().describe('Whether the environment has an application yet'),
  commits: (z: Z) => z.number().describe('How many commits lie between'),
  diffUrl: (z: Z) => z.string().optional(),
  change: (z: Z) =>
    z.record(z.any()).describe("What approval:request takes as 'change'"),
};
