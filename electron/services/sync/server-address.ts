const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The origin of a server as people type it; null where it is none. Without TLS only on this laptop itself, where a host without
 * `https://` is meant without it, too.
 */
export function serverOrigin(typed: string): string | null {
  const text = typed.trim();
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `${isOnThisLaptop(text) ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const { protocol, hostname, origin, pathname, search, username, password } = new URL(withScheme);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  if (!isSafe || hostname === '' || pathname !== '/' || search !== '' || username !== '' || password !== '')
    return null;
  return origin;
}

function isOnThisLaptop(host: string): boolean {
  return URL.canParse(`http://${host}`) && LOOPBACK.test(new URL(`http://${host}`).hostname);
}
