import type { TaskContext } from '@backstage/plugin-scaffolder-node';
import { mkdtemp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepChangedFiles } from './keepChangedFiles';

async function createTask() {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-files-'));
  let times = 0;
  const task = keepChangedFiles({
    serializeWorkspace: async () => {
      times += 1;
    },
  } as Partial<TaskContext> as TaskContext);
  return {
    folder,
    /** Whether the files were kept. */
    async keep() {
      const before = times;
      await task.serializeWorkspace!({ path: folder });
      return times > before;
    },
  };
}

describe('keepChangedFiles', () => {
  it('keeps what was written, made or removed, and nothing else', async () => {
    const { folder, keep } = await createTask();
    const file = path.join(folder, 'terraform', 'main.tf');
    expect(await keep()).toBe(true);
    expect(await keep()).toBe(false);
    await mkdir(path.dirname(file));
    await writeFile(file, 'one');
    expect(await keep()).toBe(true);
    expect(await keep()).toBe(false);
    await writeFile(file, 'two');
    await utimes(file, 0, 0); // as a tool does that restores times
    expect(await keep()).toBe(true);
    await rm(file);
    expect(await keep()).toBe(true);
    expect(await keep()).toBe(false);
  });

  it('fails where the folder is gone', async () => {
    const { folder, keep } = await createTask();
    await rm(folder, { recursive: true });
    await expect(keep()).rejects.toThrow('ENOENT');
  });
});
