/** The bytes at an address of the host; null where it has none to give, as of a file that is damaged. */
export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await fetch(address);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}
