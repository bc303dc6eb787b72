import type { FileChange } from '../../services/github/git/GitRepositories';
import type { Component } from '../types';

/** Steps that set up the language and run its tests. */
const TEST_STEPS: Record<Component['language'], string> = {
  nodejs: `      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm test`,
  python: `      - uses: actions/setup-python@v5
        with:
          python-version: '3.13'
      - run: python -m unittest --verbose`,
  java: `      - uses: actions/setup-java@v4
        with:
          distribution: temurin
          java-version: 21
          cache: maven
      - run: mvn --batch-mode --no-transfer-progress verify`,
  go: `      - uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - run: go vet ./...
      - run: go test -race ./...`,
};

/** Tests on each push and pull request; from main also an image, which dev then runs. */
export function workflowFiles(
  component: Component,
  organization: string,
): FileChange[] {
  const image = `ghcr.io/${organization.toLowerCase()}/${component.name}`;
  return [
    {
      path: '.github/workflows/ci.yaml',
      content: `name: CI

on:
  push:
    branches: [main]
    paths-ignore: [deploy/**]
  pull_request:

permissions:
  contents: read

jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${TEST_STEPS[component.language]}

  image:
    needs: test
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      packages: write
    steps:
      - uses: actions/checkout@v4
      - uses: docker/login-action@v3
        with:
          registry: ghcr.io
          username: \${{ github.actor }}
          password: \${{ github.token }}
      - uses: docker/build-push-action@v6
        with:
          context: .
          push: true
          tags: ${image}:\${{ github.sha }}

  deploy-dev:
    needs: image
    runs-on: ubuntu-latest
    environment: dev
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v4
      - name: Let dev run the new image
        working-directory: deploy/overlays/dev
        run: |
          kustomize edit set image ${image}:\${{ github.sha }}
          git config user.name github-actions
          git config user.email github-actions@users.noreply.github.com
          git commit --all --message "Deploy \${GITHUB_SHA::7} to dev"
          git push
`,
    },
    {
      path: '.github/CODEOWNERS',
      content: `# Who is asked to review; see https://docs.github.com/articles/about-code-owners
*                            @${organization}/${component.owner}
/deploy/overlays/production/ @${organization}/${component.owner} @${organization}/platform
`,
    },
  ];
}
