import path from 'node:path';
import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { dataFolder } from './data-folder.js';
import { faultLine } from './fault-line.js';
import { isNetworkUp } from './network-up.js';

function address(text: string, internal = false): NetworkInterfaceInfo {
  const common = { address: text, netmask: '', mac: '', internal, cidr: null };
  return text.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' };
}

describe('the network', () => {
  it('is down with nothing but loopback, or with addresses that a machine gave itself', () => {
    expect(isNetworkUp({})).toBe(false);
    expect(isNetworkUp({ lo: [address('127.0.0.1', true), address('::1', true)] })).toBe(false);
    expect(isNetworkUp({ eth0: [address('169.254.7.7'), address('fe80::1')], gone: undefined })).toBe(false);
  });

  it('is up with one address that others can reach', () => {
    expect(isNetworkUp({ lo: [address('127.0.0.1', true)], wlan0: [address('192.168.1.7')] })).toBe(true);
    expect(isNetworkUp({ wwan0: [address('2001:db8::7')] })).toBe(true);
  });
});

describe('the data folder', () => {
  it('is the one that FAIRDESK_DATA names', () => {
    expect(dataFolder({ FAIRDESK_DATA: '/stick/fair' }, 'linux', '/home/kim')).toBe(path.resolve('/stick/fair'));
  });

  it.each([
    ['linux', {}, '/home/kim/.local/share/fairdesk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/fairdesk'],
    ['darwin', {}, '/home/kim/Library/Application Support/Fairdesk'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Fairdesk'],
  ] as const)('lies where %s keeps such things', (platform, environment, folder) => {
    expect(dataFolder(environment, platform, '/home/kim').split(path.sep).join('/')).toBe(folder);
  });
});

describe('a line of the log', () => {
  it('names the fault and the way to it, never its message: that may quote what somebody typed', () => {
    const error = Object.assign(new RangeError('Anna Ångström is no number'), { code: 'E_TEST' });
    const line = faultLine('journal.append', error);
    expect(line).toMatch(/^journal\.append: RangeError E_TEST\n\s+at /);
    expect(line).not.toContain('Anna');
    expect(faultLine('x', 'Anna')).toBe('x: threw a string');
  });
});
