export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Equality of two JSON values, whatever the order of their keys. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  return canonicalJson(left) === canonicalJson(right);
}

/** JSON with the keys of every object in code-unit order: equal values give equal text. */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value !== 'object' || isOrdered(value)) return JSON.stringify(value);
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** Whether JSON as it is written anyhow has the keys in order. */
function isOrdered(value: Json | undefined): boolean {
  if (value === null || typeof value !== 'object') return value !== undefined;
  if (isArray(value)) return value.every((item) => isOrdered(item));
  let last = '';
  for (const [key, item] of Object.entries(value)) {
    if (key < last || !isOrdered(item)) return false;
    last = key;
  }
  return true;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
