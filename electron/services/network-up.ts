import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/**
 * Whether any interface could reach another machine. Loopback cannot, and an address that a machine gave itself because
 * nobody answered (169.254/16, fe80::/10) is the sign of a cable that leads nowhere.
 */
export function isNetworkUp(interfaces: Interfaces): boolean {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .some(({ internal, address }) => !internal && !/^(169\.254\.|fe[89ab][0-9a-f]:)/i.test(address));
}
