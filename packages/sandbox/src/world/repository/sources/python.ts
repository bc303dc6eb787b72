import type { FileChange } from '../../../services/github/git/GitRepositories';
import type { Component } from '../../types';

/** A server on Python's own modules. */
export function pythonSources(component: Component): FileChange[] {
  const { name, version, port, description } = component;
  return [
    {
      path: 'pyproject.toml',
      content: `[project]
name = "${name}"
version = "${version}"
description = ${JSON.stringify(description)}
requires-python = ">=3.11"
`,
    },
    { path: 'app/__init__.py', content: '' },
    {
      path: 'app/main.py',
      content: `"""The HTTP server of ${name}."""

import json
import os
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

answered: Counter[int] = Counter()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/health":
            self.reply(200, json.dumps({"status": "ok"}))
        elif self.path == "/ready":
            self.reply(200, json.dumps({"status": "ready"}))
        elif self.path == "/metrics":
            self.reply(200, metrics(), "text/plain; version=0.0.4")
        else:
            self.reply(404, json.dumps({"error": "not found"}))

    def reply(self, status: int, body: str, content_type: str = "application/json") -> None:
        answered[status] += 1
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        print(json.dumps({"level": "info", "message": format % args}))


def metrics() -> str:
    lines = [
        "# HELP http_requests_total Requests answered.",
        "# TYPE http_requests_total counter",
        *(f'http_requests_total{{status="{status}"}} {count}' for status, count in answered.items()),
    ]
    return "\\n".join(lines) + "\\n"


def create_server(port: int) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("", port), Handler)


if __name__ == "__main__":
    create_server(int(os.environ.get("PORT", "${port}"))).serve_forever()
`,
    },
    { path: 'tests/__init__.py', content: '' },
    {
      path: 'tests/test_main.py',
      content: `import threading
import unittest
import urllib.error
import urllib.request

from app.main import create_server


class ServerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.server = create_server(0)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.url = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.shutdown()
        cls.server.server_close()

    def test_probes_answer_200(self) -> None:
        for path in ("/health", "/ready"):
            with self.subTest(path), urllib.request.urlopen(self.url + path) as response:
                self.assertEqual(response.status, 200)

    def test_metrics_count_what_was_answered(self) -> None:
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(self.url + "/nowhere")
        refused.exception.close()
        with urllib.request.urlopen(self.url + "/metrics") as response:
            self.assertIn('http_requests_total{status="404"} 1', response.read().decode())


if __name__ == "__main__":
    unittest.main()
`,
    },
    {
      path: 'Dockerfile',
      content: `FROM python:3.13-slim
WORKDIR /srv
COPY app ./app
USER 1001
ENV PYTHONUNBUFFERED=1 PORT=${port}
EXPOSE ${port}
CMD ["python", "-m", "app.main"]
`,
    },
    { path: '.gitignore', content: '__pycache__/\n.venv/\n' },
  ];
}
