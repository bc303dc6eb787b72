import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { create } from 'tar';
import { createSandbox, type Sandbox } from '../../../createSandbox';

/** An answer's body: JSON:API, or the text of a log. */
interface Answer {
  status: number;
  headers: Headers;
  body: { data: Entry; errors: { title: string; detail: string }[] };
  text: string;
}
interface Entry {
  id: string;
  attributes: Record<string, unknown> & { status: string };
  relationships: Record<string, { data: { id: string } }>;
}

/** What tests look at of a plan's JSON. */
interface PlanJson {
  applyable: boolean;
  resource_changes: {
    address: string;
    action_reason?: string;
    change: { actions: string[] } & Record<string, unknown>;
  }[];
  prior_state: { values: { root_module: { resources: unknown[] } } };
}

/** A sandbox with HCP Terraform alone, in a hurry, and what tests do with it. */
export async function startTerraform() {
  const folder = await mkdtemp(join(tmpdir(), 'portico-terraform-test-'));
  const launch = () =>
    createSandbox({
      dataDir: join(folder, 'data'),
      ports: 'free',
      pace: 0.02,
      only: ['terraform'],
    });
  let sandbox: Sandbox = await launch();

  async function call(
    method: string,
    path: string,
    body?: unknown,
    token = 'tfe-sandbox-token',
  ): Promise<Answer> {
    const response = await fetch(sandbox.urls.terraform + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/vnd.api+json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson =
      response.headers.get('content-type')?.includes('json') && text;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : {},
      text,
    };
  }
  const api = (method: string, path: string, body?: unknown) =>
    call(method, `/api/v2${path}`, body);

  async function createWorkspace(
    name: string,
    attributes: object = {},
  ): Promise<string> {
    const { body } = await api('POST', '/organizations/mini-org/workspaces', {
      data: { type: 'workspaces', attributes: { name, ...attributes } },
    });
    return body.data.id;
  }

  /** Uploads files, or bytes that are no archive, as a configuration version. */
  async function upload(
    workspaceId: string,
    content: Record<string, string> | Buffer,
  ): Promise<string> {
    const { body } = await api(
      'POST',
      `/workspaces/${workspaceId}/configuration-versions`,
      {
        data: {
          type: 'configuration-versions',
          attributes: { 'auto-queue-runs': false },
        },
      },
    );
    const archive = Buffer.isBuffer(content) ? content : await pack(content);
    await fetch(String(body.data.attributes['upload-url']), {
      method: 'PUT',
      body: new Uint8Array(archive),
    });
    return body.data.id;
  }

  async function pack(files: Record<string, string>): Promise<Buffer> {
    const source = await mkdtemp(join(folder, 'source-'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(source, name)), { recursive: true });
      await writeFile(join(source, name), text);
    }
    const file = join(folder, 'configuration.tar.gz');
    await create({ gzip: true, cwd: source, file }, await readdir(source));
    return readFile(file);
  }

  const runBody = (
    workspaceId: string,
    version: string,
    attributes: object,
  ) => ({
    data: {
      type: 'runs',
      attributes: { message: 'Test', ...attributes },
      relationships: {
        workspace: { data: { id: workspaceId, type: 'workspaces' } },
        'configuration-version': {
          data: { id: version, type: 'configuration-versions' },
        },
      },
    },
  });

  async function createRun(
    workspaceId: string,
    version: string,
    attributes: object = {},
  ): Promise<string> {
    const { body } = await api(
      'POST',
      '/runs',
      runBody(workspaceId, version, attributes),
    );
    return body.data.id;
  }

  async function queueRun(
    workspaceId: string,
    content: Record<string, string>,
    attributes: object = {},
  ): Promise<string> {
    const version = await upload(workspaceId, content);
    return createRun(workspaceId, version, attributes);
  }

  async function planJson(runId: string): Promise<PlanJson> {
    return JSON.parse(
      (await api('GET', `/runs/${runId}/plan/json-output`)).text,
    );
  }

  /** The run once it has one of these states. */
  async function reach(runId: string, ...statuses: string[]): Promise<Entry> {
    for (let i = 0; i < 3000; i += 1) {
      const { body } = await api('GET', `/runs/${runId}`);
      if (statuses.includes(body.data.attributes.status)) return body.data;
      await sleep(10);
    }
    const { body } = await api('GET', `/runs/${runId}`);
    throw new Error(
      `${runId} is ${body.data.attributes.status}, not ${statuses}`,
    );
  }

  /** A run's log without its colours. */
  async function readLog(
    runId: string,
    phase: 'plan' | 'apply',
  ): Promise<string> {
    const { body } = await api('GET', `/runs/${runId}/${phase}`);
    const log = await fetch(String(body.data.attributes['log-read-url']));
    // eslint-disable-next-line no-control-regex
    return (await log.text()).replace(/\u001b\[\d+m/g, '');
  }

  return {
    call,
    api,
    createWorkspace,
    upload,
    queueRun,
    createRun,
    runBody,
    planJson,
    reach,
    readLog,
    /** Stops and starts the sandbox on the same data. */
    async restart() {
      await sandbox.stop();
      sandbox = await launch();
    },
    async stop() {
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
