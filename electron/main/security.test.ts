import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideDownload,
  decideExternal,
  decideFrameNavigation,
  decideNavigation,
  decidePermission,
  decideRequest,
  isOwnAddress,
  isTrustedSender,
} from './security.js';

const FOREIGN = [
  'https://fairdesk/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://other/',
  'app://fairdesk.example.com/',
  'app://fairdesk@other/',
  'app://user@fairdesk/',
  'app://fairdesk:80/',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/x.html',
  'blob:https://example.com/1',
  '',
  'nonsense',
];

describe('what the page may do', () => {
  it.each(FOREIGN)('goes nowhere else: %s', (address) => {
    expect(decideNavigation(address)).toBe('refuse');
    expect(decideFrameNavigation(address)).toBe('refuse');
    expect(isTrustedSender({ url: address, isTop: true })).toBe(false);
    expect(isOwnAddress(address)).toBe(false);
  });

  it('stays on its one page, whatever the fragment', () => {
    expect(decideNavigation('app://fairdesk/#/vacancies?status=new')).toBe('allow');
    expect(decideNavigation('app://fairdesk/files/0123')).toBe('refuse');
  });

  it('shows nothing but mail previews in a frame', () => {
    expect(decideFrameNavigation('app://fairdesk/preview/0123')).toBe('allow');
    expect(decideFrameNavigation('app://fairdesk/')).toBe('refuse');
  });

  it('fetches from its own origin and from memory only', () => {
    for (const address of ['app://fairdesk/assets/a.js', 'data:image/png;base64,AA==', 'blob:app://fairdesk/1'])
      expect(decideRequest(address, false)).toBe('allow');
    for (const address of ['https://example.com/', 'ws://127.0.0.1/', 'blob:https://example.com/1', 'file:///x'])
      expect(decideRequest(address, true)).toBe('refuse');
    expect(decideRequest('devtools://devtools/x', false)).toBe('refuse');
    expect(decideRequest('devtools://devtools/x', true)).toBe('allow');
  });

  it('gets two permissions, and only itself', () => {
    expect(decidePermission('persistent-storage', 'app://fairdesk')).toBe('allow');
    expect(decidePermission('clipboard-sanitized-write', 'app://fairdesk/')).toBe('allow');
    expect(decidePermission('persistent-storage', 'https://example.com')).toBe('refuse');
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid'])
      expect(decidePermission(permission, 'app://fairdesk')).toBe('refuse');
  });

  it('asks before anything is opened outside, and only what a browser or mail program opens', () => {
    expect(decideExternal('https://example.com/a')).toBe('ask');
    expect(decideExternal('mailto:ola@example.com')).toBe('ask');
    for (const address of [
      'http://example.com/',
      'file:///bin/sh',
      'smb://host/share',
      'ms-msdt:/id',
      'https://name:word@example.com/',
      `https://example.com/${'a'.repeat(3000)}`,
    ])
      expect(decideExternal(address)).toBe('refuse');
  });

  it('calls the host from its top frame only', () => {
    expect(isTrustedSender({ url: 'app://fairdesk/#/home', isTop: true })).toBe(true);
    expect(isTrustedSender({ url: 'app://fairdesk/', isTop: false })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });

  it('saves only what comes from itself', () => {
    expect(decideDownload('blob:app://fairdesk/1')).toBe('allow');
    expect(decideDownload('https://example.com/x.exe')).toBe('refuse');
  });

  it('never throws, and never trusts an address that does not begin with its origin', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webUrl().map((url) => url.replace('https:', 'app:')),
        ),
        (address) => {
          decideNavigation(address);
          decideRequest(address, true);
          decideExternal(address);
          if (!address.trim().toLowerCase().startsWith('app:')) expect(isOwnAddress(address)).toBe(false);
        },
      ),
    );
  });
});
