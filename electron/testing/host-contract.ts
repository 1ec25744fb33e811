import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS, JournalHead } from '../../shared/host/contract.js';
import { createIn, createPerson, foldIn, forget, idOf, makeChangeSet } from '../services/testing/make-change-set.js';
import { testContract } from '../services/testing/test-contract.js';
import { testLetter } from '../services/testing/test-letter.js';
import type { HostUnderTest, StartHost } from './host-under-test.js';

const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const PUT_PIXEL = `/files?dossier=${idOf(1)}`;
const NAMED = { 'x-file-name': encodeURIComponent('Bildé.png') };

/** The one suite for every host: whatever lies between the page and the handlers, the page must not be able to tell. */
export function describeHost(name: string, start: StartHost): void {
  describe(`the contract, ${name}`, () => {
    let folder = '';
    let host: HostUnderTest;

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-contract-'));
      host = await start(folder);
    });
    afterAll(async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function head(): Promise<JournalHead> {
      const answer = await host.invoke('journal.open', null);
      expect(answer).toMatchObject({ ok: true });
      return JournalHead.parse((answer as { value: unknown }).value);
    }

    async function stored(response: Response): Promise<{ fileId: string }> {
      const answer = (await response.json()) as { ok: boolean; value: { fileId: string } };
      expect(answer.ok).toBe(true);
      return answer.value;
    }

    it.each(CHANNELS)('%s refuses nonsense with a result, never with a throw', async (channel) => {
      for (const nonsense of [7, 'text', [[]]])
        expect(await host.invoke(channel, nonsense)).toMatchObject({ ok: false, code: 'host/invalid-input' });
    });

    it('says what guards the keys', async () => {
      const answer = await host.invoke('app.info', null);
      expect(answer).toMatchObject({ ok: true, value: { platform: process.platform } });
    });

    it('saves a change set once, in its place, and gives it back as it was', async () => {
      const { device, n, seq } = await head();
      const changeSet = makeChangeSet({ device, n: n + 1, changes: [createPerson(idOf(9), 'Zoë Ångström 李 🎓')] });
      expect(await host.invoke('journal.append', { changeSet })).toEqual({ ok: true, value: { seq: seq + 1 } });
      expect(await host.invoke('journal.append', { changeSet })).toEqual({ ok: true, value: { seq: seq + 1 } });
      expect(await host.invoke('journal.read', { after: seq, limit: 10 })).toEqual({
        ok: true,
        value: { entries: [{ seq: seq + 1, changeSet }], head: seq + 1 },
      });
      const other = { ...changeSet, action: 'other' };
      expect(await host.invoke('journal.append', { changeSet: other })).toMatchObject({
        ok: false,
        code: 'journal/different-change-set',
      });
    });

    it('R16 C23 forgets what is deleted permanently, its file too, and keeps what stays of the person', async () => {
      const dossier = idOf(70);
      const put = async (): Promise<string> => {
        const path = `/files?dossier=${dossier}`;
        return (await stored(await host.fetch(path, { method: 'POST', headers: NAMED, body: PIXEL }))).fileId;
      };
      const [kept, gone] = [await put(), await put()];
      const { device, n, seq } = await head();
      const fold = foldIn(dossier, 'document', idOf(72), { fileId: kept });
      const sets = [
        [createPerson(dossier, 'stays'), createIn(dossier, 'application', idOf(71), { text: 'goes', fileId: gone })],
        [forget(dossier, 'application', idOf(71)), foldIn(dossier, 'person', dossier, { name: 'stays' }), fold],
      ].map((changes, at) => makeChangeSet({ device, n: n + 1 + at, changes }));
      const key = await host.invoke('store.key', { renew: false });
      for (const changeSet of sets) {
        expect(await host.invoke('journal.append', { changeSet })).toMatchObject({ ok: true });
      }
      expect(await host.invoke('journal.read', { after: seq, limit: 10 })).toMatchObject({
        value: { entries: [{ changeSet: null }, { changeSet: { changes: sets[1]?.changes } }] },
      });
      expect((await host.fetch(`/files/${kept}`)).status).toBe(200);
      expect((await host.fetch(`/files/${gone}`)).status).not.toBe(200);
      expect(await host.invoke('store.key', { renew: false })).not.toEqual(key);
    });

    it('takes calls at the same time, one after another', async () => {
      const { device, n, seq } = await head();
      const sets = Array.from({ length: 20 }, (_, index) => makeChangeSet({ device, n: n + 1 + index }));
      const answers = await Promise.all(sets.map((changeSet) => host.invoke('journal.append', { changeSet })));
      expect(answers).toEqual(sets.map((_, index) => ({ ok: true, value: { seq: seq + 1 + index } })));
    });

    it('belongs to no organisation, and says why it cannot join one', async () => {
      expect(await host.invoke('sync.state', null)).toEqual({ ok: true, value: null });
      for (const channel of ['sync.exchange', 'sync.wait', 'sync.resent']) {
        expect(await host.invoke(channel, null)).toMatchObject({ ok: false, code: 'sync/not-joined' });
      }
      const wishes = { server: 'http://sync.example.com', code: '0000-0000-0000-0000', laptop: 'Stand 1' };
      expect(await host.invoke('sync.join', wishes)).toMatchObject({ code: 'sync/invalid-server' });
      const mistyped = { ...wishes, server: 'https://localhost:1', code: '0000' };
      expect(await host.invoke('sync.join', mistyped)).toMatchObject({ code: 'sync/unknown-invitation' });
      expect(await host.invoke('sync.leave', null)).toEqual({ ok: true, value: null });
    });

    it('keeps preferences', async () => {
      expect(await host.invoke('preferences.write', { theme: 'dark', language: 'nb' })).toMatchObject({ ok: true });
      expect(await host.invoke('preferences.read', null)).toMatchObject({ value: { theme: 'dark', language: 'nb' } });
    });

    it('takes a file as it is, and answers it to nobody’s cache', async () => {
      const { fileId } = await stored(await host.fetch(PUT_PIXEL, { method: 'POST', headers: NAMED, body: PIXEL }));
      const file = await host.fetch(`/files/${fileId}`);
      expect(file.headers.get('content-type')).toBe('image/png');
      expect(file.headers.get('cache-control')).toBe('no-store');
      expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''Bild%C3%A9.png");
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(PIXEL);
    });

    it('refuses a file that is too large, empty, or not what its name says, with a result', async () => {
      const bodies: [string, Uint8Array<ArrayBuffer>][] = [
        ['file/too-large', new Uint8Array(11 * 1024 * 1024)],
        ['file/empty', new Uint8Array(0)],
        ['file/not-what-its-name-says', new TextEncoder().encode('%PDF-1.7 it says')],
      ];
      for (const [code, body] of bodies) {
        const response = await host.fetch(PUT_PIXEL, { method: 'POST', headers: NAMED, body });
        expect(await response.json()).toMatchObject({ ok: false, code });
      }
    });

    it('shows a mail under a policy of its own', async () => {
      const body = new TextEncoder().encode('<p>Hej</p><script>1</script>');
      const put = await host.fetch('/preview', { method: 'POST', body });
      const { value } = (await put.json()) as { value: { url: string } };
      const page = await host.fetch(value.url);
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
      expect(await page.text()).toContain('<p>Hej</p>');
    });

    it('sets a contract as PDF, sealed in its dossier, and shows the same bytes in memory', async () => {
      const dossier = idOf(1);
      const contract = testContract();
      const answer = await host.invoke('contract.render', { contract, name: 'Anställningsavtal Åsa.pdf', dossier });
      expect(answer).toMatchObject({
        ok: true,
        value: { name: 'Anställningsavtal Åsa.pdf', mediaType: 'application/pdf' },
      });
      const { value } = answer as { value: { fileId: string; size: number } };
      const bytes = new Uint8Array(await (await host.fetch(`/files/${value.fileId}`)).arrayBuffer());
      expect(bytes.length).toBe(value.size);
      const preview = (await host.invoke('contract.preview', { contract })) as { value: { url: string } };
      const page = await host.fetch(preview.value.url);
      expect(page.headers.get('content-type')).toBe('application/pdf');
      expect(page.headers.get('content-security-policy')).toContain('sandbox');
      expect(new Uint8Array(await page.arrayBuffer())).toEqual(bytes);
    });

    it('G-15 sets a sheet of a candidate report in memory, whatever letters the name has', async () => {
      const sheet = (name: string) => ({
        ...{ kind: 'candidate', language: 'sv', date: '2026-11-21', title: 'Kandidatrapport', place: '1 / 2' },
        ...{ name, lines: [], files: [], texts: [] },
      });
      const made = await host.invoke('report.sheet', { sheet: sheet('Åsa') });
      expect(made).toMatchObject({ ok: true, value: { replaced: false } });
      expect(await host.invoke('report.sheet', { sheet: sheet('李') })).toMatchObject({ value: { replaced: true } });
      expect(await host.invoke('report.sheet', { sheet: { ...sheet('Åsa'), date: 'soon' } })).toMatchObject({
        ok: false,
        code: 'host/invalid-input',
      });
    });

    it('R44 sets letters as one PDF in memory, and answers none that cannot be set', async () => {
      const preview = (...letters: readonly object[]) => host.invoke('letter.preview', { letters, title: 'Brev' });
      const answer = (await preview(testLetter(), testLetter({ subject: 'Till Åsa' }))) as { value: { url: string } };
      const page = await host.fetch(answer.value.url);
      expect(page.headers.get('content-type')).toBe('application/pdf');
      expect(page.headers.get('content-security-policy')).toContain('sandbox');
      expect(page.headers.get('cache-control')).toBe('no-store');
      const pdf = await PDFDocument.load(await page.arrayBuffer());
      expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([2, 'Brev']);
      expect(await preview(testLetter(), testLetter({ subject: '李' }))).toMatchObject({
        ok: false,
        code: 'letter/unreadable-character',
      });
      expect(await preview()).toMatchObject({ ok: false, code: 'host/invalid-input' });
    });

    it('writes a calendar entry as a file to be saved, in memory only', async () => {
      const event = {
        uid: 'meeting-1@fairdesk',
        sequence: 1,
        startsAt: 1_790_000_000_000,
        minutes: 30,
        summary: 'Intervju – Åsa',
        place: '',
        organiser: null,
      };
      const answer = (await host.invoke('calendar.file', { event, writtenAt: 1_789_000_000_000 })) as {
        value: { url: string };
      };
      const file = await host.fetch(answer.value.url);
      expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
      expect(file.headers.get('content-disposition')).toBe('attachment');
      expect(await file.text()).toContain('SUMMARY:Intervju – Åsa\r\n');
    });

    it('keeps an SMS account without its secret ever coming back, and rehearses an SMS once', async () => {
      const account = { provider: 'gatewayapi', sender: 'Fairdesk', authority: '' };
      expect(await host.invoke('sms.save-account', { account, secret: 's3cret' })).toMatchObject({ ok: true });
      expect(await host.invoke('sms.account', null)).toEqual({ ok: true, value: { account, hasSecret: true } });
      await host.invoke('sms.save-account', { account: { provider: 'dry-run' }, secret: null });
      const sms = { messageId: '<sms@fairdesk>', to: '+46701740605', text: 'Hej', again: false };
      const rehearsed = { state: 'sent', reply: '', reason: 'sms/dry-run' };
      expect(await host.invoke('sms.deliver', sms)).toEqual({ ok: true, value: rehearsed });
      const messageIds = [sms.messageId, '<never@fairdesk>'];
      expect(await host.invoke('sms.ledger', { messageIds })).toEqual({
        ok: true,
        value: { outcomes: { [sms.messageId]: rehearsed } },
      });
      expect(await host.invoke('sms.arrivals', { messageIds })).toEqual({ ok: true, value: { arrivals: {} } });
      for (const wrong of [
        { ...sms, text: '' },
        { ...sms, messageId: 7 },
      ]) {
        expect(await host.invoke('sms.deliver', wrong)).toMatchObject({ ok: false, code: 'host/invalid-input' });
      }
    });

    it('never answers a contract that cannot be set with an empty PDF', async () => {
      const input = { name: 'x.pdf', dossier: idOf(1) };
      const written = (text: string): object => testContract({ blocks: [{ kind: 'paragraph', text }] });
      expect(await host.invoke('contract.render', { ...input, contract: written('李') })).toMatchObject({
        ok: false,
        code: 'contract/unreadable-character',
      });
      expect(
        await host.invoke('contract.render', { ...input, contract: { ...testContract(), blocks: [] } }),
      ).toMatchObject({ ok: false, code: 'host/invalid-input' });
    });

    it('has all of it again after a restart', async () => {
      const { fileId } = await stored(await host.fetch(PUT_PIXEL, { method: 'POST', headers: NAMED, body: PIXEL }));
      const before = await head();
      await host.close();
      host = await start(folder);
      expect(await head()).toEqual(before);
      expect(await host.invoke('preferences.read', null)).toMatchObject({ value: { theme: 'dark' } });
      expect((await host.fetch(`/files/${fileId}`)).status).toBe(200);
    });
  });
}
