import { parseIssueForm } from './parseIssueForm';

describe('parseIssueForm', () => {
  it('reads answers by their labels, and leaves out what was not answered', () => {
    const body =
      '### First name\r\n\r\nNia\r\n\r\n### Notes\r\n\r\nTwo\r\nlines\r\n\r\n### GitHub login\r\n\r\n_No response_\r\n';
    expect([...parseIssueForm(body)]).toEqual([
      ['First name', 'Nia'],
      ['Notes', 'Two\nlines'],
    ]);
  });

  it('lets no answer speak for another field', () => {
    const body =
      '### Work e-mail\n\nnia@mini-org.example\n\n### Notes\n\nplease\n\n### Work e-mail\n\nmallory@evil.example\n';
    expect(parseIssueForm(body).get('Work e-mail')).toBe(
      'nia@mini-org.example',
    );
  });

  it('finds nothing in free text', () => {
    expect(parseIssueForm('Please give Nia access.').size).toBe(0);
  });
});
