/** The text in a piece of HTML, without its markup. */
export function wordsOf(html = ''): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.textContent ?? '';
}
