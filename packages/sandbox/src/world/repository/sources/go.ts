import type { FileChange } from '../../../services/github/git/GitRepositories';
import type { Component } from '../../types';

/** A server on Go's standard library. */
export function goSources(component: Component): FileChange[] {
  const { name, port } = component;
  return [
    {
      path: 'go.mod',
      content: `module github.com/mini-org/${name}\n\ngo 1.23\n`,
    },
    {
      path: 'main.go',
      content: `// Command ${name} serves HTTP on $PORT.
package main

import (
	"log/slog"
	"net/http"
	"os"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "${port}"
	}
	slog.Info("${name} listens", "port", port)
	if err := http.ListenAndServe(":"+port, newServer()); err != nil {
		slog.Error("${name} stopped", "error", err)
		os.Exit(1)
	}
}
`,
    },
    {
      path: 'server.go',
      content: `package main

import (
	"fmt"
	"net/http"
	"sync"
)

// server answers probes and counts what it answered, by status.
type server struct {
	mu       sync.Mutex
	answered map[int]int
}

func newServer() http.Handler {
	s := &server{answered: map[int]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", s.status(http.StatusOK, \`{"status":"ok"}\`))
	mux.HandleFunc("GET /ready", s.status(http.StatusOK, \`{"status":"ready"}\`))
	mux.HandleFunc("GET /metrics", s.metrics)
	mux.HandleFunc("/", s.status(http.StatusNotFound, \`{"error":"not found"}\`))
	return mux
}

func (s *server) status(code int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		s.mu.Lock()
		s.answered[code]++
		s.mu.Unlock()
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(code)
		fmt.Fprint(w, body)
	}
}

func (s *server) metrics(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w.Header().Set("Content-Type", "text/plain; version=0.0.4")
	fmt.Fprintln(w, "# HELP http_requests_total Requests answered.")
	fmt.Fprintln(w, "# TYPE http_requests_total counter")
	for code, count := range s.answered {
		fmt.Fprintf(w, "http_requests_total{status=\\"%d\\"} %d\\n", code, count)
	}
}
`,
    },
    {
      path: 'server_test.go',
      content: `package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(handler http.Handler, path string) *httptest.ResponseRecorder {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, path, nil))
	return recorder
}

func TestProbesAnswer200(t *testing.T) {
	for _, path := range []string{"/health", "/ready"} {
		if got := get(newServer(), path).Code; got != http.StatusOK {
			t.Errorf("GET %s answered %d", path, got)
		}
	}
}

func TestMetricsCountWhatWasAnswered(t *testing.T) {
	s := newServer()
	get(s, "/nowhere")
	if body := get(s, "/metrics").Body.String(); !strings.Contains(body, \`http_requests_total{status="404"} 1\`) {
		t.Errorf("no count of the 404 in:\\n%s", body)
	}
}
`,
    },
    {
      path: 'Dockerfile',
      content: `FROM golang:1.25-alpine AS build
WORKDIR /src
COPY go.mod *.go ./
RUN CGO_ENABLED=0 go build -trimpath -o /${name} .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /${name} /${name}
USER 1001
ENV PORT=${port}
EXPOSE ${port}
ENTRYPOINT ["/${name}"]
`,
    },
    { path: '.gitignore', content: `/${name}\n` },
  ];
}
