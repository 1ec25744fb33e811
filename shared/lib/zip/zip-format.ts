/** What writer and reader of ZIP files agree on (PKWARE's APPNOTE 6.3.10): signatures, and the least of each structure. */
export const ZIP = {
  local: { signature: 0x04034b50, bytes: 30 },
  central: { signature: 0x02014b50, bytes: 46 },
  end: { signature: 0x06054b50, bytes: 22 },
  bigEnd: { signature: 0x06064b50, bytes: 56 },
  bigEndPlace: { signature: 0x07064b50, bytes: 20 },
} as const;

/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
export const UTF8_NAMES = 0x0800;
export const STORED = 0;
export const DEFLATED = 8;
/** Behind the fields of an entry: those that did not fit into 32 bits (APPNOTE 4.5.3). */
export const BIG_FIELDS = 0x0001;
export const MAX_16 = 0xffff;
export const MAX_32 = 0xffff_ffff;
