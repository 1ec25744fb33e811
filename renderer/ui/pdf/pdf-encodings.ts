import { byName } from './by-name.js';

/** Addresses of the character maps of East Asian fonts, by name. */
export function encodingAddresses(): ReadonlyMap<string, string> {
  return byName(
    import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
      query: '?url&no-inline',
      import: 'default',
      eager: true,
    }),
  );
}
