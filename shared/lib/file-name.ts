const MAX_LENGTH = 120;
const UNNAMED = 'file';
/** Names that Windows gives to devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A file name that can be shown and saved anywhere: no folder, no control or direction characters, none that Windows
 * forbids, at most 120 characters with the extension kept. Composed (NFC), so that equal names are equal.
 */
export function safeFileName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC') // only now: letters may meet over a character that went
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? cut(name.slice(dot), 20).trimEnd() : '';
  const spoken = stem === '' ? UNNAMED : RESERVED.test(stem.split('.')[0]?.trim() ?? '') ? `_${stem}` : stem;
  return `${cut(spoken, MAX_LENGTH - extension.length).replace(/[. ]+$/, '')}${extension}`;
}

/** Extension in lower case without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** Never half of a surrogate pair. */
function cut(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}
