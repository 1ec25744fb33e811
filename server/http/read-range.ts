/** The one range of bytes that a header asks for (RFC 9110 14.2), both ends included; null where it asks for the whole. */
export function readRange(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = asked ?? [];
  if (first === '' && last === '') return null; // several ranges, or another unit: the whole is always a right answer
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { from, to };
}
