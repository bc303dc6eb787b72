/**
 * The bytes as a `data:` address. Backstage's content security policy lets pages show pictures from these, and not
 * from `blob:` addresses.
 */
export function readDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () =>
      reject(
        new Error('The picture could not be read', { cause: reader.error }),
      );
    reader.readAsDataURL(blob);
  });
}
