const ORGANIZATION = 'mini-org';

/** Teams without services in dev. */
const otherTeams = ['payments', 'data', 'growth', 'workplace'].values();

/**
 * `new-service`, step by step, with the requests by which each step changes something, and that name
 * the service in path or body. The first is the one at which a flow is held, refused or cancelled.
 * Steps without one touch nothing outside of the portal. What `isQuick` gives up too soon to be held.
 */
export const newService = {
  template: 'new-service',
  as: 'platform@mini-org.example',
  team: 'commerce',
  variants: ['service'],
  /** How many objects it has to leave at least. */
  least: 25,
  /** Made by the first flow of a team, used by all. */
  shared: team => [`namespaces: ${team}-dev`],

  /** Flows that end badly while they deploy have a namespace of their own to take back. */
  teamFor({ ends }, { id }) {
    if (id !== 'deploy-k8s' || ends === 'completed') return undefined;
    return otherTeams.next().value;
  },

  values: (name, team) => ({
    name,
    description: 'Sells and redeems gift cards',
    language: 'nodejs',
    owner: `group:default/${team}`,
    system: 'system:default/order-management',
    tier: 'standard',
    environment: 'dev',
    resources: ['database', 'queue'],
  }),

  steps: [
    {
      id: 'check-request',
      isQuick: true,
      requests: name => [github('GET', `/repos/${ORGANIZATION}/${name}$`)],
    },
    { id: 'estimate' },
    { id: 'fetch-skeleton' },
    { id: 'fetch-workflows' },
    {
      id: 'create-repo',
      requests: name => [
        github('POST', `/orgs/${ORGANIZATION}/repos$`, name),
        repository('POST', name, '/actions/variables', 'PORTICO_TASK'),
        github('PUT', `/teams/[^/]+/repos/${ORGANIZATION}/${name}$`),
        repository('PUT', name, '/topics'),
      ],
    },
    {
      id: 'push-code',
      requests: name => [
        github('POST', `/${ORGANIZATION}/${name}.git/git-receive-pack`),
        repository('PUT', name, '/branches/main/protection'),
      ],
    },
    {
      id: 'setup-ci',
      requests: name => [
        repository('PUT', name, '/environments/staging'),
        repository('POST', name, '/actions/variables', 'SERVICE_NAME'),
        repository('PUT', name, '/actions/secrets/'),
        repository('POST', name, '/git/trees'),
        repository('POST', name, '/git/commits'),
        repository('PATCH', name, '/git/refs/'),
      ],
    },
    {
      id: 'provision-resources',
      requests: name => [
        terraform('/runs$', name),
        terraform(`/organizations/${ORGANIZATION}/workspaces$`, name),
        terraform('/vars$', name),
      ],
    },
    {
      id: 'deploy-k8s',
      requests: name => [
        argocd('/applications\\?', `"${name}-`),
        argocd(`/applications/${name}-[a-z]+/sync`),
      ],
    },
    {
      id: 'dashboard',
      requests: name => [grafana('/api/dashboards/db$', `${name} / RED`)],
    },
    {
      id: 'register',
      // The catalog reads the file before it takes the registration.
      requests: name => [
        repository('GET', name, '/contents/catalog-info.yaml'),
      ],
    },
  ],
};

function github(method, path, body) {
  return { service: 'github', method, path, body };
}

function repository(method, name, path, body) {
  return github(method, `/repos/${ORGANIZATION}/${name}${path}`, body);
}

function terraform(path, body) {
  return { service: 'terraform', method: 'POST', path, body };
}

function argocd(path, body) {
  return { service: 'argocd', method: 'POST', path, body };
}

function grafana(path, body) {
  return { service: 'grafana', method: 'POST', path, body };
}
