import type { RowFault } from './import-table.js';

/** Bytes as a text of a named character set; null where either is not known. */
export type DecodeBytes = (bytes: Uint8Array, charset: string) => string | null;

/** One property of a card. */
export interface VcardLine {
  /** Upper case, without its group. */
  readonly name: string;
  /** Lower case: `home`, `cell`. */
  readonly types: readonly string[];
  /** 1 is the most preferred, 100 where nothing is said (RFC 6350, 5.3). */
  readonly pref: number;
  /** The value in one piece, unescaped. */
  readonly text: string;
  /** Of a structured value, unescaped; several of one part are separated by spaces. */
  readonly parts: readonly string[];
}

interface Head {
  readonly name: string;
  readonly params: readonly (readonly [string, string])[];
  readonly value: string;
}

const NOT_PREFERRED = 100;

/**
 * The properties of one card that are asked for, their folded lines put together, and what else it has; the first of them that
 * cannot be read is its fault.
 */
export function parseVcardLines(
  lines: readonly string[],
  asked: ReadonlySet<string>,
  decode: DecodeBytes,
): { readonly lines: readonly VcardLine[]; readonly others: readonly string[]; readonly fault: RowFault | null } {
  let fault: RowFault | null = null;
  const read: VcardLine[] = [];
  const others: string[] = [];
  for (const whole of unfold(lines)) {
    const head = splitHead(whole);
    if (head === null) continue; // what is no property says nothing about anybody
    const value = asked.has(head.name) ? decodeValue(head, decode) : '';
    if (!asked.has(head.name)) others.push(head.name);
    else if (value === null) fault ??= 'card-encoding';
    else read.push(lineOf(head, value));
  }
  return { lines: read, others, fault };
}

/** RFC 6350, 3.2: a line that begins with white space goes on; in quoted-printable, one that follows a `=` at the end. */
function unfold(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last?.endsWith('=') === true && /^[^:]*;[^:]*QUOTED-PRINTABLE/i.test(last)) {
      whole[whole.length - 1] = last.slice(0, -1) + line;
    } else if (last !== undefined && /^[ \t]/.test(line)) whole[whole.length - 1] = last + line.slice(1);
    else if (line.trim() !== '') whole.push(line);
  }
  return whole;
}

/** `item1.TEL;TYPE="cell,voice";PREF=1:+46 …`; 2.1 writes types without their name: `TEL;CELL:`. */
function splitHead(line: string): Head | null {
  const colon = indexOutsideQuotes(line, ':');
  if (colon === -1) return null;
  const [name = '', ...params] = splitOutsideQuotes(line.slice(0, colon), ';');
  const plain = name.slice(name.lastIndexOf('.') + 1).trim();
  if (!/^[A-Za-z0-9-]+$/.test(plain)) return null;
  return {
    name: plain.toUpperCase(),
    params: params.map((param) => {
      const equals = param.indexOf('=');
      if (equals === -1) return [isEncoding(param) ? 'ENCODING' : 'TYPE', param.trim()];
      return [
        param.slice(0, equals).trim().toUpperCase(),
        param
          .slice(equals + 1)
          .replaceAll('"', '')
          .trim(),
      ];
    }),
    value: line.slice(colon + 1),
  };
}

function isEncoding(param: string): boolean {
  return /^(quoted-printable|base64|8bit|7bit)$/i.test(param.trim());
}

function decodeValue({ params, value }: Head, decode: DecodeBytes): string | null {
  const encoding = paramOf(params, 'ENCODING').toLowerCase();
  if (encoding !== 'quoted-printable') return value;
  const charset = paramOf(params, 'CHARSET') || 'utf-8';
  const unknown: string[] = [];
  const text = value.replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.match(/[0-9A-Fa-f]{2}/g) ?? [], (hex) => Number.parseInt(hex, 16));
    const decoded = decode(bytes, charset);
    if (decoded === null) unknown.push(run);
    return decoded ?? '';
  });
  return unknown.length === 0 ? text : null;
}

function lineOf({ name, params }: Head, value: string): VcardLine {
  const types = params
    .filter(([key]) => key === 'TYPE')
    .flatMap(([, written]) => written.toLowerCase().split(','))
    .map((type) => type.trim());
  const written = Number.parseInt(paramOf(params, 'PREF'), 10);
  const pref = Number.isNaN(written) ? (types.includes('pref') ? 1 : NOT_PREFERRED) : written;
  return {
    name,
    types,
    pref,
    text: unescaped(value).trim(),
    parts: splitUnescaped(value, ';').map((part) => splitUnescaped(part, ',').map(unescaped).join(' ').trim()),
  };
}

function paramOf(params: Head['params'], name: string): string {
  return params.find(([key]) => key === name)?.[1] ?? '';
}

/** RFC 6350, 3.4. */
function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter));
}

/** Parts that still are escaped. */
function splitUnescaped(text: string, separator: ';' | ','): readonly string[] {
  const parts: string[] = [];
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...parts, text.slice(begin)];
}

function indexOutsideQuotes(text: string, sought: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === sought && !quoted) return at;
  }
  return -1;
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const at = indexOutsideQuotes(text, separator);
  return at === -1 ? [text] : [text.slice(0, at), ...splitOutsideQuotes(text.slice(at + 1), separator)];
}
