import { create } from 'qrcode';

/** A QR code (ISO/IEC 18004) as a square of `size` units with its quiet zone, and one path of its dark squares. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Units of light around it, which cameras need. */
const QUIET = 4;
/** As many squares as a phone tells apart at arm's length on a screen: 77 a side. */
const MOST_VERSION = 15;

/** The code of a text in UTF-8; with less spare than usual where it would be too fine for a camera. */
export function qrPath(text: string): QrPath {
  const data = [{ data: new TextEncoder().encode(text), mode: 'byte' }] as const;
  const usual = create([...data], { errorCorrectionLevel: 'M' });
  const { modules } = usual.version <= MOST_VERSION ? usual : create([...data], { errorCorrectionLevel: 'L' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 1) path += `M${(column + QUIET).toString()} ${(row + QUIET).toString()}h1v1h-1z`;
    }
  }
  return { size: modules.size + 2 * QUIET, path };
}
