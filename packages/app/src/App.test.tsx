import { render, screen } from '@testing-library/react';
import App from './App';

const config = {
  app: { title: 'Portico', baseUrl: 'http://localhost:7007' },
  backend: { baseUrl: 'http://localhost:7007' },
  auth: { environment: 'development' },
};

describe('App', () => {
  it('asks who one is before it shows anything', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [{ data: config, context: 'test' }] as unknown as string,
    };
    global.fetch = jest.fn(
      async () =>
        new Response('{"error":{"name":"AuthenticationError","message":""}}', {
          status: 401,
          statusText: 'Unauthorized',
        }),
    );

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Sign in with Okta' }),
    ).toBeEnabled();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(screen.queryByText(/guest/i)).not.toBeInTheDocument();
  });
});
