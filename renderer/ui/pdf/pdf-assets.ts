import { byName } from './by-name.js';

/** Fonts that PDF files name and do not carry, and decoders for their pictures: shipped, since nothing is fetched elsewhere. */
const SHIPPED = {
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/*.wasm', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
};
const ADDRESS_OF = byName(SHIPPED);

interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

/** Brings pdf.js the data it asks for by name, from addresses of our own origin that carry a hash. */
export class ShippedPdfData {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    // East Asian encodings are many and seldom needed: their addresses are loaded when the first is asked for.
    const addresses = kind === 'cMapUrl' ? (await import('./pdf-encodings.js')).encodingAddresses() : ADDRESS_OF;
    const address = addresses.get(filename);
    if (address === undefined) throw new Error(`no such data for a PDF: ${kind} ${filename}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`data for a PDF answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
