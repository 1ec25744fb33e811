const LONGEST = 100;

/**
 * Where a file lies in a ZIP: its number, so that two of one name are two, and its name without whatever a system could take for
 * a folder, a command or a device (`../`, `:`, `con`).
 */
export function filePath(folder: string, number: number, name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/[. ]+$/, '');
  const dot = safe.lastIndexOf('.');
  const ending = dot > 0 ? Array.from(safe.slice(dot)).slice(0, 12).join('') : '';
  const stem = Array.from(dot > 0 ? safe.slice(0, dot) : safe)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  return `${folder}/${number.toString().padStart(3, '0')} ${stem}${ending}`.trimEnd();
}
