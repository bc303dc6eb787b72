import type { FileChange } from '../../../services/github/git/GitRepositories';
import type { Component } from '../../types';

/** A server on Node's own modules: TypeScript that Node runs as it is. */
export function nodejsSources(component: Component): FileChange[] {
  const { name, version, port, description } = component;
  return [
    {
      path: 'package.json',
      content: `${JSON.stringify(
        {
          name: `@mini-org/${name}`,
          version,
          private: true,
          description,
          type: 'module',
          engines: { node: '>=22.18' },
          scripts: {
            start: 'node src/index.ts',
            test: "node --test 'test/**/*.test.ts'",
          },
        },
        null,
        2,
      )}\n`,
    },
    {
      path: 'src/index.ts',
      content: `import { createApp } from './app.ts';

const port = Number(process.env.PORT ?? ${port});
const server = createApp().listen(port, () => {
  console.log(JSON.stringify({ level: 'info', message: '${name} listens', port }));
});

process.on('SIGTERM', () => server.close());
`,
    },
    {
      path: 'src/app.ts',
      content: `import { createServer, type Server } from 'node:http';

/** The HTTP server of ${name}, not yet listening. */
export function createApp(): Server {
  const answered = new Map<number, number>();

  return createServer((request, response) => {
    const reply = (status: number, body: string, type = 'application/json') => {
      answered.set(status, (answered.get(status) ?? 0) + 1);
      response.writeHead(status, { 'content-type': type }).end(body);
    };

    switch (request.url) {
      case '/health':
        return reply(200, '{"status":"ok"}');
      case '/ready':
        return reply(200, '{"status":"ready"}');
      case '/metrics':
        return reply(200, metrics(answered), 'text/plain; version=0.0.4');
      default:
        return reply(404, '{"error":"not found"}');
    }
  });
}

function metrics(answered: Map<number, number>): string {
  return [
    '# HELP http_requests_total Requests answered.',
    '# TYPE http_requests_total counter',
    ...[...answered].map(
      ([status, count]) => \`http_requests_total{status="\${status}"} \${count}\`,
    ),
    '',
  ].join('\\n');
}
`,
    },
    {
      path: 'test/app.test.ts',
      content: `import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createApp } from '../src/app.ts';

const server = createApp();
let url: string;

before(async () => {
  await new Promise<void>(resolve => server.listen(0, resolve));
  url = \`http://127.0.0.1:\${(server.address() as AddressInfo).port}\`;
});
after(() => server.close());

for (const path of ['/health', '/ready']) {
  test(\`\${path} answers 200\`, async () => {
    assert.equal((await fetch(url + path)).status, 200);
  });
}

test('/metrics counts what was answered', async () => {
  await fetch(\`\${url}/nowhere\`);
  const text = await (await fetch(\`\${url}/metrics\`)).text();
  assert.match(text, /http_requests_total\\{status="404"\\} 1/);
});
`,
    },
    {
      path: 'Dockerfile',
      content: `FROM node:24-alpine
WORKDIR /app
COPY package.json ./
COPY src ./src
USER 1001
ENV NODE_ENV=production PORT=${port}
EXPOSE ${port}
CMD ["node", "src/index.ts"]
`,
    },
    { path: '.gitignore', content: 'node_modules/\n' },
  ];
}
