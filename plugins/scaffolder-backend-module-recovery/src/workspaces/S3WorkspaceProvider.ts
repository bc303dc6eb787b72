import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Config } from '@backstage/config';
import {
  restoreWorkspace,
  serializeWorkspace,
  type WorkspaceProvider,
} from '@backstage/plugin-scaffolder-node/alpha';

/** Keeps the files of running tasks in a bucket, one archive a task. */
export class S3WorkspaceProvider implements WorkspaceProvider {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  /** @param config the section `scaffolder.taskRecovery.s3` */
  static fromConfig(config: Config): S3WorkspaceProvider {
    const endpoint = config.getOptionalString('endpoint');
    return new S3WorkspaceProvider({
      bucket: config.getString('bucket'),
      prefix: config.getOptionalString('prefix') ?? 'workspaces',
      client: new S3Client({
        region: config.getOptionalString('region'),
        ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      }),
    });
  }

  constructor(options: { client: S3Client; bucket: string; prefix: string }) {
    this.#client = options.client;
    this.#bucket = options.bucket;
    this.#prefix = options.prefix;
  }

  async serializeWorkspace(options: {
    path: string;
    taskId: string;
  }): Promise<void> {
    const { contents } = await serializeWorkspace(options);
    await this.#client.send(
      new PutObjectCommand({ ...this.#place(options.taskId), Body: contents }),
    );
  }

  async rehydrateWorkspace(options: {
    taskId: string;
    targetPath: string;
  }): Promise<void> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand(this.#place(options.taskId)),
      );
      if (!Body) return;
      await restoreWorkspace({
        path: options.targetPath,
        buffer: Buffer.from(await Body.transformToByteArray()),
      });
    } catch (error) {
      // A task that has not got as far as its first file has none yet.
      if (!(error instanceof NoSuchKey)) throw error;
    }
  }

  async cleanWorkspace(options: { taskId: string }): Promise<void> {
    await this.#client.send(
      new DeleteObjectCommand(this.#place(options.taskId)),
    );
  }

  #place(taskId: string) {
    return { Bucket: this.#bucket, Key: `${this.#prefix}/${taskId}.tar` };
  }
}
