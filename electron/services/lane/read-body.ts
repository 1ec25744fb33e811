/** The whole body, or null as soon as it is longer than `limit` bytes: no more than that is ever held. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | null> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) {
    await request.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let step = await reader?.read(); step !== undefined && !step.done; step = await reader?.read()) {
    const chunk: Uint8Array = step.value;
    length += chunk.length;
    if (length > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
