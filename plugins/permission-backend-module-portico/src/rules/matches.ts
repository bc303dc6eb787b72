/** Whether `name` fits `pattern`, in which `*` stands for any characters. */
export function matches(pattern: string, name: string): boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
