/**
 * Reads a whole answer, or as much of it as is allowed: what comes after that is not read, and its connection is given up.
 *
 * @returns undefined where there is more than `mostBytes`
 */
export async function readBody(
  response: Response,
  mostBytes = Infinity,
): Promise<Buffer | undefined> {
  if (!response.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
