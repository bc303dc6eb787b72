import { renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { CreateGate } from './CreateGate';

function show(
  path: string,
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) {
  renderInTestApp(<CreateGate>the templates</CreateGate>, {
    initialRouteEntries: [path],
    apis: [
      [permissionApiRef, { authorize: async () => ({ result }) }],
      [catalogApiRef, catalogApiMock()],
    ],
  });
}

const FORM = '/create/templates/default/new-service';

describe('CreateGate', () => {
  it('shows templates and forms to who may start them', async () => {
    show(FORM, AuthorizeResult.ALLOW);
    expect(await screen.findByText('the templates')).toBeInTheDocument();
    expect(screen.queryByText(/is for engineers/)).not.toBeInTheDocument();
  });

  it('refuses in words before a form is filled in', async () => {
    show(FORM, AuthorizeResult.DENY);
    expect(
      await screen.findByText('Starting a template is for engineers'),
    ).toBeInTheDocument();
    expect(await screen.findByText(/signed in as/)).toBeInTheDocument();
    expect(screen.queryByText('the templates')).not.toBeInTheDocument();
  });

  it('lets everyone read the list', async () => {
    show('/create/templates', AuthorizeResult.DENY);
    expect(
      await screen.findByText('Starting a template is for engineers'),
    ).toBeInTheDocument();
    expect(screen.getByText('the templates')).toBeInTheDocument();
  });
});
