/**
 * What a log may say of a fault: where, which kind, and the way to it. Never the message: it may quote what somebody typed.
 */
export function faultLine(where: string, error: unknown): string {
  if (!(error instanceof Error)) return `${where}: threw a ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const way = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${where}: ${error.name}${code}`, ...way].join('\n');
}
