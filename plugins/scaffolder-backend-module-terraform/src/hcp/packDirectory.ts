import { readdir } from 'node:fs/promises';
import { create } from 'tar';

/** Never uploaded: caches, history and states. */
const LEFT_OUT =
  /(^|\/)(\.terraform|\.git)(\/|$)|\.tfstate(\.[^/]*)?$|\.tfplan$/;

/** Packs a configuration as tar.gz, as HCP Terraform takes it. */
export async function packDirectory(
  directory: string,
): Promise<{ archive: Buffer; files: number }> {
  let files = 0;
  const stream = create(
    {
      gzip: true,
      cwd: directory,
      portable: true,
      filter: (path, entry) => {
        const wanted = !LEFT_OUT.test(path.replaceAll('\\', '/'));
        if (wanted && 'isFile' in entry && entry.isFile()) files += 1;
        return wanted;
      },
    },
    await readdir(directory),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { archive: Buffer.concat(chunks), files };
}
