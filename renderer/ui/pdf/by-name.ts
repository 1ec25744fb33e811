/** The addresses of a glob by the names of their files. */
export function byName(glob: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(glob).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]));
}
