import { saveFile } from '@portico/ui';

/** `p95 by route` as `p95-by-route.csv`. */
function fileNameOf(title: string, extension: string): string {
  const name = title
    .normalize('NFKD')
    .toLocaleLowerCase('en')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name || 'panel'}.${extension}`;
}

/** Copies text; where the clipboard is not to be had, downloads it. Says what was done. */
export async function shareText(text: string, title: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied as CSV';
  } catch {
    // A page without HTTPS, or one that lost the focus, may not use the clipboard.
    saveFile(
      fileNameOf(title, 'csv'),
      new Blob([text], { type: 'text/csv;charset=utf-8' }),
    );
    return 'Downloaded as CSV';
  }
}

/** Copies a picture; where the browser copies none, downloads it. Says what was done. */
export async function sharePicture(
  drawing: Promise<Blob>,
  title: string,
): Promise<string> {
  const picture = await drawing;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': picture }),
    ]);
    return 'Copied as PNG';
  } catch {
    // Firefox before 127 has no pictures in the clipboard, and the rules of text apply too.
    saveFile(fileNameOf(title, 'png'), picture);
    return 'Downloaded as PNG';
  }
}
