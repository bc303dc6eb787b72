import { saveFile } from '@portico/ui';

/** Lets the browser save `text` as a file. */
export function downloadText(fileName: string, text: string): void {
  saveFile(fileName, new Blob([text], { type: 'text/plain' }));
}
