import { renderText } from './renderText';

it.each([
  [
    'markdown',
    '# On call\n\n* [Runbook](https://a.example/r)',
    '<h1>On call</h1>',
  ],
  ['markdown', '| a | b |\n|---|---|\n| 1 | 2 |', '<td>1</td>'],
  ['html', '<p style="color: red">a</p>', '<p style="color:red;">a</p>'],
  [
    'html',
    '<a href="https://a.example">a</a>',
    '<a target="_blank" rel="noopener noreferrer" href="https://a.example">a</a>',
  ],
  [
    'html',
    '<img src="https://a.example/a.png" onerror="alert(1)">',
    '<img src="https://a.example/a.png">',
  ],
  ['code', '<b>&', '<pre><code>&lt;b&gt;&amp;</code></pre>'],
])('renders %s %s', (mode, content, expected) => {
  expect(renderText(content, mode)).toContain(expected);
});

it.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['<a href="javascript:alert(1)">a</a>'],
  ['<a href=" java\tscript:alert(1)">a</a>'],
  ['<a href="data:text/html,<script>alert(1)</script>">a</a>'],
  ['<iframe src="https://a.example"></iframe>'],
  ['<svg onload="alert(1)"><script>alert(1)</script></svg>'],
  ['<form action="https://a.example"><input></form>'],
  ['<p style="position:fixed;background:url(javascript:alert(1))">a</p>'],
  ['<style>body{display:none}</style>'],
])('takes the harm out of %s', content => {
  for (const mode of ['html', 'markdown']) {
    expect(renderText(content, mode)).not.toMatch(
      /script|onerror|onload|iframe|<form|<input|position|url\(|display|data:/i,
    );
  }
});
