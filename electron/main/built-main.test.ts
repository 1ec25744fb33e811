import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS } from '../../shared/host/contract.js';
import { startBuiltMain, type BuiltMain } from '../testing/built-main.js';

function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'fairdesk-main-'));
}

describe('the built main and preload, booted', () => {
  let folder = '';
  let main: BuiltMain;
  beforeAll(async () => {
    folder = freshFolder();
    main = await startBuiltMain(folder);
  });
  afterAll(async () => {
    await main.close();
    rmSync(folder, { recursive: true });
  });

  async function order(): Promise<readonly string[]> {
    return (await main.record()).map(({ what }) => what);
  }

  it('does before Electron is ready what must be done before', async () => {
    const noted = await order();
    const ready = noted.indexOf('ready');
    for (const what of ['app.enableSandbox', 'protocol.registerSchemesAsPrivileged', 'app.requestSingleInstanceLock'])
      expect(noted.indexOf(what)).toBeLessThan(ready);
    expect(noted[0]).toBe('app.enableSandbox');
  });

  it('has every guard up before anything is loaded', async () => {
    const noted = await order();
    const loaded = noted.indexOf('loadURL');
    for (const what of [
      'session.setPermissionRequestHandler',
      'session.setPermissionCheckHandler',
      'session.setDevicePermissionHandler',
      'session.setDisplayMediaRequestHandler',
      'session.setBluetoothPairingHandler',
      'session.on select-hid-device',
      'session.on select-serial-port',
      'session.on select-usb-device',
      'session.onBeforeRequest',
      'session.on will-download',
      'session.setSpellCheckerEnabled',
      'contents.on will-navigate',
      'contents.on will-frame-navigate',
      'contents.on will-redirect',
      'contents.on will-attach-webview',
      'contents.setWindowOpenHandler',
      'protocol.handle',
    ]) {
      expect(noted.indexOf(what), what).toBeGreaterThan(-1);
      expect(noted.indexOf(what), what).toBeLessThan(loaded);
    }
  });

  it('makes one window, with these options and no others', async () => {
    const windows = (await main.record()).filter(({ what }) => what === 'new BrowserWindow');
    expect(windows.map(({ details }) => details[0])).toEqual([
      {
        width: 1366,
        height: 768,
        minWidth: 900,
        minHeight: 600,
        show: false,
        title: 'Fairdesk',
        backgroundColor: '#FCFBF9',
        webPreferences: {
          preload: path.resolve('out/preload/index.cjs'),
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webviewTag: false,
          spellcheck: false,
          navigateOnDragDrop: false,
          devTools: false,
          backgroundThrottling: false,
        },
      },
    ]);
    expect((await main.record()).find(({ what }) => what === 'loadURL')?.details).toEqual(['app://fairdesk/']);
  });

  it('gives Chromium no name to resolve', async () => {
    const switches = (await main.record())
      .filter(({ what }) => what === 'app.appendSwitch')
      .map(({ details }) => details);
    expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });

  it('exposes one function to the page, and nothing of Electron', async () => {
    expect(await main.do('exposed')).toEqual([['host', ['invoke: function']]]);
  });

  it('serves exactly the calls of the contract', async () => {
    expect([...(await main.do('channels'))].sort()).toEqual(CHANNELS.map((channel) => `fairdesk:${channel}`).sort());
    await expect(main.invoke('nonsense', null)).rejects.toThrow('No handler');
  });

  it.each(CHANNELS)('refuses %s from any frame but its own page', async (channel) => {
    const own = 'app://fairdesk/';
    for (const frame of [
      null,
      { url: 'https://example.com/', parent: null },
      { url: 'app://fairdesk/preview/0123', parent: null },
      { url: own, parent: { url: own } },
    ])
      expect(await main.do('invokeFrom', frame, `fairdesk:${channel}`, null)).toEqual({
        ok: false,
        code: 'host/not-allowed',
      });
  });

  it('keeps the page where it is', async () => {
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://fairdesk/files/0123']) {
      expect(await main.do('navigate', 'will-navigate', url, true)).toBe(true);
      expect(await main.do('navigate', 'will-redirect', url, true)).toBe(true);
      expect(await main.do('navigate', 'will-frame-navigate', url, false)).toBe(true);
      expect(await main.do('openWindow', url)).toBe('deny');
    }
    expect(await main.do('navigate', 'will-navigate', 'app://fairdesk/#/home', true)).toBe(false);
    expect(await main.do('navigate', 'will-frame-navigate', 'app://fairdesk/preview/0123', false)).toBe(false);
    expect(await main.do('navigate', 'will-attach-webview', '', true)).toBe(true);
  });

  it('shows an address outside before it would be opened, and opens nothing unasked', async () => {
    await main.do('openWindow', 'https://example.com/jobs');
    await main.do('openWindow', 'file:///etc/passwd');
    const asked = (await main.record()).filter(({ what }) => what === 'dialog.showMessageBox');
    expect(asked.at(-1)?.details[0]).toMatchObject({ detail: 'https://example.com/jobs', defaultId: 1 });
    expect(JSON.stringify(asked)).not.toContain('passwd');
    expect(await order()).not.toContain('shell.openExternal');
  });

  it('gives the page two permissions, and lets it fetch from itself only', async () => {
    expect(await main.do('permission', 'persistent-storage', 'app://fairdesk/')).toEqual({
      requested: true,
      checked: true,
    });
    expect(await main.do('permission', 'media', 'app://fairdesk/')).toEqual({ requested: false, checked: false });
    expect(await main.do('request', 'https://example.com/')).toEqual({ cancel: true });
    expect(await main.do('request', 'app://fairdesk/index.html')).toEqual({ cancel: false });
  });

  it('answers the page under the policy, with a nonce of its own for each load', async () => {
    const loads = await Promise.all([main.fetch('/'), main.fetch('/')]);
    const policies = loads.map(({ status, headers }) => `${status} ${headers.get('content-security-policy') ?? ''}`);
    expect(policies[0]).toMatch(/^200 default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+';/);
    expect(policies[0]).not.toBe(policies[1]);
    expect(await loads[0].text()).not.toContain('__CSP_NONCE__');
    expect((await main.fetch('/../package.json')).status).toBe(404);
  });

  it('follows the language and the theme that are chosen on the screen', async () => {
    await main.invoke('preferences.write', { language: 'sv', theme: 'dark' });
    const record = await main.record();
    expect(record.findLast(({ what }) => what === 'menu')?.details[0]).toContain('Redigera');
    expect(record.findLast(({ what }) => what === 'nativeTheme.themeSource')?.details).toEqual(['dark']);
  });

  it('comes to the front at a second start', async () => {
    await main.do('startAgain');
    await expect.poll(async () => (await order()).includes('window.focus')).toBe(true);
  });

  it('seals the root of the keys with the keychain, and leaves none beside it', async () => {
    expect(await main.invoke('app.info', null)).toMatchObject({ value: { host: 'electron', secretStore: 'keychain' } });
    expect(existsSync(path.join(folder, 'root.key'))).toBe(false);
    expect(readFileSync(path.join(folder, 'root.sealed'), 'utf8')).toMatch(/^sealed:/);
  });
});

describe('the built main', () => {
  let folder = '';
  let main: BuiltMain | null = null;
  beforeEach(() => {
    folder = freshFolder();
  });
  afterEach(async () => {
    await main?.close();
    main = null;
    rmSync(folder, { recursive: true });
  });

  it('hides its window instead of closing it while messages wait, says how many, and quits when told to', async () => {
    main = await startBuiltMain(folder, { languages: ['da-DK'] });
    await main.invoke('app.set-waiting', { messages: 3 });
    await main.do('closeWindow');
    expect(await main.do('isVisible')).toBe(false);
    const tips = (await main.record()).filter(({ what }) => what === 'tray.setToolTip');
    expect(tips.at(-1)?.details).toEqual(['3 beskeder venter på at blive sendt']);
    await main.do('startAgain');
    await expect.poll(() => main?.do('isVisible')).toBe(true);
    await main.close();
    expect(await main.ended).toBe(0);
  });

  it('ends by itself once what the hidden window waited for has left', async () => {
    main = await startBuiltMain(folder);
    await main.invoke('app.set-waiting', { messages: 1 });
    await main.do('closeWindow');
    await main.invoke('app.set-waiting', { messages: 0 }).catch(() => undefined);
    expect(await main.ended).toBe(0);
  });

  it('ends when the window is closed and nothing waits', async () => {
    main = await startBuiltMain(folder);
    await main.do('closeWindow').catch(() => undefined);
    expect(await main.ended).toBe(0);
  });

  it('leaves at once when another instance runs', async () => {
    main = await startBuiltMain(folder, { firstInstance: false });
    await main.ended;
    const noted = (await main.record()).map(({ what }) => what);
    expect(noted).toContain('app.quit');
    expect(noted).not.toContain('new BrowserWindow');
  });

  it('says so when the web host has the folder, and touches nothing', async () => {
    const first = await startBuiltMain(folder);
    main = await startBuiltMain(folder, { languages: ['nl'] });
    expect(await main.ended).toBe(1);
    const said = (await main.record()).find(({ what }) => what === 'dialog.showErrorBox');
    expect(said?.details[1]).toMatch(/^Fairdesk is al geopend/);
    await first.close();
  });

  it('keeps the root in a file, and says that it does, where no real keychain answers', async () => {
    main = await startBuiltMain(folder, { keychain: 'none' });
    expect(await main.invoke('app.info', null)).toMatchObject({ value: { secretStore: 'file' } });
    expect(existsSync(path.join(folder, 'root.key'))).toBe(true);
    expect(existsSync(path.join(folder, 'root.sealed'))).toBe(false);
  });

  it('gives the root of a file to the keychain once there is one, and all is still there', async () => {
    const inFile = await startBuiltMain(folder, { keychain: 'none' });
    const before = await inFile.invoke('journal.open', null);
    await inFile.close();
    main = await startBuiltMain(folder, { keychain: 'real' });
    expect(await main.invoke('journal.open', null)).toEqual(before);
    expect(existsSync(path.join(folder, 'root.key'))).toBe(false);
  });

  it('says locked, and never starts over, when the keychain cannot open what it sealed', async () => {
    await (await startBuiltMain(folder)).close();
    const sealed = readFileSync(path.join(folder, 'root.sealed'));
    main = await startBuiltMain(folder, { keychain: 'locked' });
    expect(await main.invoke('journal.open', null)).toMatchObject({ ok: false, code: 'keyring/locked' });
    expect(readFileSync(path.join(folder, 'root.sealed'))).toEqual(sealed);
  });

  it('opens in the middle when the place it was at is no longer readable', async () => {
    writeFileSync(path.join(folder, 'window.json'), 'nonsense');
    main = await startBuiltMain(folder);
    expect(await main.do('isVisible')).toBe(true);
  });
});
