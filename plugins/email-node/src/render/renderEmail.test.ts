import { fillIn } from './fillIn';
import { renderEmail } from './renderEmail';

describe('renderEmail', () => {
  it('says the same in HTML and in text, and lets no value become markup', () => {
    const { html, text } = renderEmail({
      title: 'Welcome, <b>Nina</b> & co',
      paragraphs: ['First line\nsecond line'],
      facts: [{ label: 'Team', value: '"Commerce"' }],
      button: {
        label: 'Open Portico',
        url: 'https://portico.example/?a=1&b=2',
      },
      footer: 'Sent by Portico.',
    });
    expect(html).toContain('Welcome, &lt;b&gt;Nina&lt;/b&gt; &amp; co');
    expect(html).toContain('First line<br>second line');
    expect(html).toContain('&quot;Commerce&quot;');
    expect(html).toContain('href="https://portico.example/?a=1&amp;b=2"');
    expect(text).toBe(
      [
        'Welcome, <b>Nina</b> & co',
        'First line\nsecond line',
        'Team: "Commerce"',
        'Open Portico: https://portico.example/?a=1&b=2',
        '-- \nSent by Portico.',
      ].join('\n\n'),
    );
  });

  it('refuses a link that is no page', () => {
    const button = { label: 'Go', url: 'data:text/html,<b>x</b>' };
    expect(() => renderEmail({ title: 'x', button })).toThrow(
      'cannot stand in a mail',
    );
  });
});

describe('fillIn', () => {
  it('escapes values in HTML alone, and names one that is missing', () => {
    const values = { name: '<Nina>' };
    const template = 'Hello {{ name }}';
    expect(fillIn(template, values, { as: 'html' })).toBe('Hello &lt;Nina&gt;');
    expect(fillIn(template, values, { as: 'text' })).toBe('Hello <Nina>');
    expect(() => fillIn('{{ team }}', values, { as: 'text' })).toThrow(
      "wants '{{ team }}', but the values have only: name",
    );
  });
});
