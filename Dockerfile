# Portico's image. Build it at the root: docker build -t portico .
# The steps are run without Docker by packages/backend/e2e-tests/production.test.mjs: keep them alike.

FROM node:24.11-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production

# The manifests alone, so that a change of code does not reinstall packages.
FROM base AS manifests
COPY . .
RUN find packages plugins -mindepth 2 -maxdepth 2 \! -name package.json -exec rm -rf {} +

FROM base AS build
ENV NODE_ENV=development
COPY --from=manifests /app ./
RUN node .yarn/releases/yarn-4.13.0.cjs install --immutable
COPY . .
RUN node .yarn/releases/yarn-4.13.0.cjs tsc \
 && node .yarn/releases/yarn-4.13.0.cjs build:backend \
 && mkdir /skeleton /bundle \
 && tar xzf packages/backend/dist/skeleton.tar.gz -C /skeleton \
 && tar xzf packages/backend/dist/bundle.tar.gz -C /bundle

FROM base AS docs
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-venv \
 && rm -rf /var/lib/apt/lists/*
COPY scripts/run/techdocs-requirements.txt .
RUN python3 -m venv /opt/techdocs \
 && /opt/techdocs/bin/pip install --no-cache-dir -r techdocs-requirements.txt

FROM docs
ENV PATH=/opt/techdocs/bin:$PATH NODE_OPTIONS=--no-node-snapshot
RUN apt-get update \
 && apt-get install -y --no-install-recommends git ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && chown node:node /app
USER node
COPY --chown=node:node .yarn .yarn
COPY --chown=node:node .yarnrc.yml package.json yarn.lock backstage.json ./
COPY --from=build --chown=node:node /skeleton ./
RUN node .yarn/releases/yarn-4.13.0.cjs workspaces focus --all --production \
 && rm -rf "$(node .yarn/releases/yarn-4.13.0.cjs config get cacheFolder)"
COPY --from=build --chown=node:node /bundle ./
COPY --chown=node:node app-config.yaml app-config.production.yaml catalog-info.yaml mkdocs.yml ./
COPY --chown=node:node templates templates
COPY --chown=node:node docs docs
EXPOSE 7007
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7007/.backstage/health/v1/readiness').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
