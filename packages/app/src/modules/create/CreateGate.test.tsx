import { renderInTestApp } from '@backstage/frontend-test-utils';
import { usePermission } from '@backstage/plugin-permission-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { CreateGate } from './CreateGate';

// Its answers are cached between tests, so what it answers is given here.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

function show(path: string, allowed: boolean) {
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  renderInTestApp(<CreateGate>the templates</CreateGate>, {
    initialRouteEntries: [path],
    apis: [[catalogApiRef, catalogApiMock()]],
  });
}

const FORM = '/create/templates/default/new-service';

describe('CreateGate', () => {
  it('shows templates and forms to who may start them', async () => {
    show(FORM, true);
    expect(await screen.findByText('the templates')).toBeInTheDocument();
    expect(screen.queryByText(/is for engineers/)).not.toBeInTheDocument();
  });

  it('refuses in words before a form is filled in', async () => {
    show(FORM, false);
    expect(
      await screen.findByText('Starting a template is for engineers'),
    ).toBeInTheDocument();
    expect(await screen.findByText(/signed in as/)).toBeInTheDocument();
    expect(screen.queryByText('the templates')).not.toBeInTheDocument();
  });

  it('lets everyone read the list', async () => {
    show('/create/templates', false);
    expect(
      await screen.findByText('Starting a template is for engineers'),
    ).toBeInTheDocument();
    expect(screen.getByText('the templates')).toBeInTheDocument();
  });
});
