import { spawnSync } from 'node:child_process';

/** The Python that has a module: Debian's own beside another that stands first in the path, or the only one. */
export function findPython(module: string): string {
  const knows = (command: string): boolean => spawnSync(command, ['-c', `import ${module}`]).status === 0;
  return ['/usr/bin/python3', 'python3', 'python'].find(knows) ?? 'python3';
}
