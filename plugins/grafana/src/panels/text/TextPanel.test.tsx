import { render, screen } from '@testing-library/react';
import { panelData, panelView } from '../../__testUtils__/panels';
import { kind } from '.';
import TextPanel from './TextPanel';

const data = panelData();

test('shows the words that the backend made safe', () => {
  const html = '<h2>Runbook</h2><p>See <a href="/docs">the page</a>.</p>';
  const panel = { ...panelView('text'), html };
  expect(kind.summarize(panel, data)).toBe('Runbook See the page.');
  render(
    <TextPanel {...{ panel, data, width: 200, height: 100, label: '' }} />,
  );
  expect(screen.getByRole('heading', { name: 'Runbook' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'the page' })).toHaveAttribute(
    'href',
    '/docs',
  );
});

test('shows code as it is written', () => {
  const options = { mode: 'code', code: { showLineNumbers: true } };
  const html = '<pre><code>a: 1\n&lt;b&gt;no markup&lt;/b&gt;</code></pre>';
  const panel = { ...panelView('text', options), html };
  render(
    <TextPanel {...{ panel, data, width: 200, height: 100, label: '' }} />,
  );
  expect(screen.getByText('<b>no markup</b>')).toBeInTheDocument();
});
