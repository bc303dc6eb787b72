import type { JsonValue } from '@backstage/types';
import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

const helm = (z: Z) =>
  z
    .object({
      chart: z
        .string()
        .describe('Chart of the Helm repository under repoUrl; then no path')
        .optional(),
      releaseName: z.string().optional(),
      values: z
        .record(z.custom<JsonValue>())
        .describe('Values that override those of the chart')
        .optional(),
      valueFiles: z.array(z.string()).optional(),
      parameters: z
        .array(
          z.object({
            name: z.string(),
            value: z.string(),
            forceString: z.boolean().optional(),
          }),
        )
        .optional(),
    })
    .strict();

const kustomize = (z: Z) =>
  z
    .object({
      images: z
        .array(z.string())
        .describe('Replaced images, e.g. `orders=ghcr.io/mini-org/orders:1.2`')
        .optional(),
      namePrefix: z.string().optional(),
      nameSuffix: z.string().optional(),
      namespace: z.string().optional(),
      commonLabels: z.record(z.string()).optional(),
      commonAnnotations: z.record(z.string()).optional(),
      replicas: z
        .array(z.object({ name: z.string(), count: z.number().int().min(0) }))
        .optional(),
    })
    .strict();

const directory = (z: Z) =>
  z
    .object({
      recurse: z.boolean().optional(),
      include: z.string().describe('Glob, e.g. `*.yaml`').optional(),
      exclude: z.string().describe('Glob').optional(),
    })
    .strict();

const sourceFields = (z: Z) => ({
  path: z
    .string()
    .describe('Folder with the manifests, e.g. `k8s/overlays/dev`')
    .optional(),
  revision: z
    .string()
    .describe(
      'Branch, tag or commit (default `HEAD`); version, if it is a chart',
    )
    .optional(),
  helm: helm(z).optional(),
  kustomize: kustomize(z).optional(),
  directory: directory(z).optional(),
});

const source = (z: Z) =>
  z
    .object({
      repoUrl: z.string(),
      ref: z
        .string()
        .describe('Name under which other sources reach its files: `$ref/…`')
        .optional(),
      ...sourceFields(z),
    })
    .strict();

const syncPolicy = (z: Z) =>
  z
    .object({
      automated: z
        .object({
          prune: z.boolean().optional(),
          selfHeal: z.boolean().optional(),
          allowEmpty: z.boolean().optional(),
        })
        .strict()
        .optional(),
      syncOptions: z
        .array(z.string())
        .describe('e.g. `CreateNamespace=true`')
        .optional(),
      retry: z
        .object({
          limit: z.number().int().optional(),
          backoff: z
            .object({
              duration: z.string().describe('e.g. `5s`').optional(),
              factor: z.number().int().optional(),
              maxDuration: z.string().describe('e.g. `3m`').optional(),
            })
            .strict()
            .optional(),
        })
        .strict()
        .optional(),
    })
    .strict();

/** What a template says to `argocd:create-app`. */
export const createAppInput = (z: Z) =>
  z
    .object({
      name: z.string().describe('Name of the application, e.g. `orders-api`'),
      instance: z
        .string()
        .describe('Name under argocd.instances; the default one if absent')
        .optional(),
      repoUrl: z
        .string()
        .describe(
          "URL of the git or Helm repository, e.g. `${{ steps['create-repo'].output.remoteUrl }}`",
        )
        .optional(),
      ...sourceFields(z),
      sources: z
        .array(source(z))
        .describe('Several sources instead of repoUrl, path and revision')
        .optional(),
      destination: z
        .object({
          server: z
            .string()
            .describe('Cluster by URL, e.g. `https://kubernetes.default.svc`')
            .optional(),
          name: z
            .string()
            .describe('Cluster by its name in Argo CD, e.g. `in-cluster`')
            .optional(),
          namespace: z.string(),
        })
        .strict(),
      project: z.string().describe('Default `default`').optional(),
      syncPolicy: syncPolicy(z).optional(),
      labels: z.record(z.string()).optional(),
      annotations: z.record(z.string()).optional(),
      finalizer: z
        .boolean()
        .describe(
          'Whether deleting the application deletes what it deployed (default true)',
        )
        .optional(),
      entityRef: z
        .string()
        .describe(
          'Entity that the application belongs to, e.g. `component:default/orders-api`: a later task for it may change the application',
        )
        .optional(),
      owner: z
        .string()
        .describe(
          'Group that will own the entity, e.g. `group:default/commerce`; needed where the catalog does not have it yet',
        )
        .optional(),
      wait: z
        .boolean()
        .describe('Wait for Synced and Healthy (default true)')
        .optional(),
      timeoutMinutes: z
        .number()
        .describe('How long to wait (default 10)')
        .optional(),
    })
    .strict();

export type CreateAppInput = Zod.infer<ReturnType<typeof createAppInput>>;
export type SourceInput = Zod.infer<ReturnType<typeof source>>;
