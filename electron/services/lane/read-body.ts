/** The whole body, or null as soon as it is longer than `limit` bytes: no more than that is ever held. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | null> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) {
    await request.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = request.body;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > limit) return null; // leaving the loop cancels the stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
