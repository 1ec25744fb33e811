import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../../shared/records/primitives.js';
import { asciiAddress, composeMime } from './compose-mime.js';
import { testMessage } from './testing/mail-fixture.js';

const HEADERS = ['content-language', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];

describe('a mail as it leaves', () => {
  it('is the same to the last byte at every attempt', async () => {
    const { id, message } = testMessage('asa@example.com');
    const [first, second] = [await composeMime(id, message), await composeMime(id, message)];
    expect(Buffer.from(first?.bytes ?? [])).toEqual(Buffer.from(second?.bytes ?? []));
    expect(first?.bytes.length).toBeGreaterThan(500);
  });

  it('is plain ASCII in short lines, as every mail server takes it', async () => {
    const { id, message } = testMessage('asa@example.com', { html: `<p>${'å'.repeat(5000)}</p>` });
    const text = Buffer.from((await composeMime(id, message))?.bytes ?? []).toString('latin1');
    // Seven-bit lines, tabs and line ends included: what every mail server carries (RFC 5321, 2.3.1).
    // eslint-disable-next-line no-control-regex
    expect(text).toMatch(/^[\u0009\u000a\u000d\u0020-\u007e]*$/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThan(200);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '\r',
            '\n',
            '\r\n',
            '\0',
            'Bcc: spy@example.com',
            '\r\n\r\n',
            '<b@example.com>',
            ',',
            ';',
            '"',
          ),
          fc.constantFrom('=?utf-8?Q?=0D=0ABcc:_x?=', '(', ')', ':', '\u2028', '\u202e', 'å', '😀', ' '),
          fc.string(),
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('has exactly its own headers and its one recipient, whatever names, subject and texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (fromName, toName, subject, text) => {
        const { id, message } = testMessage('asa@example.com', {
          from: { name: fromName, address: 'eva@example.com' },
          to: { name: toName, address: 'asa@example.com' },
          subject,
          text,
          html: text,
        });
        const mail = await composeMime(id, message);
        const parsed = await PostalMime.parse(mail?.bytes ?? '');
        const keys = parsed.headers.map(({ key }) => key).sort();
        expect(HEADERS.filter((key) => key !== 'subject' || keys.includes(key))).toEqual(keys);
        expect(parsed.from?.address).toBe('eva@example.com');
        expect(parsed.to?.map(({ address }) => address)).toEqual(['asa@example.com']);
        expect([parsed.cc, parsed.bcc, parsed.replyTo]).toEqual([undefined, undefined, undefined]);
        expect([mail?.from, mail?.to]).toEqual(['eva@example.com', 'asa@example.com']);
      }),
      { numRuns: 300 },
    );
  });

  it('reads no file and no address that somebody typed', async () => {
    const { id, message } = testMessage('asa@example.com', { text: 'file:///etc/passwd', html: '<img src="cid:x">' });
    const parsed = await PostalMime.parse((await composeMime(id, message))?.bytes ?? '');
    expect(parsed.text?.trim()).toBe('file:///etc/passwd');
  });

  it('carries the files it names, as they are, the same at every attempt', async () => {
    const file = Uint8Array.from({ length: 5000 }, (_, n) => n % 256);
    const attachments = [
      { fileId: 'f'.repeat(32) as FileId, name: 'Anställningsavtal Åsa.pdf', mediaType: 'application/pdf' as const },
    ];
    const { id, message } = testMessage('asa@example.com', { attachments });
    const mail = await composeMime(id, message, [file]);
    expect(Buffer.from((await composeMime(id, message, [file]))?.bytes ?? [])).toEqual(Buffer.from(mail?.bytes ?? []));
    const parsed = await PostalMime.parse(mail?.bytes ?? '');
    expect(parsed.attachments).toHaveLength(1);
    expect(parsed.attachments[0]).toMatchObject({
      filename: 'Anställningsavtal Åsa.pdf',
      mimeType: 'application/pdf',
      disposition: 'attachment',
    });
    const { content } = parsed.attachments[0] ?? {};
    expect(content instanceof ArrayBuffer && new Uint8Array(content)).toEqual(file);
    expect([parsed.html, parsed.text?.trim()]).toEqual([message.html + '\n', message.text]);
    await expect(composeMime(id, message)).rejects.toThrow();
  });

  it.each(['a@b', 'a@example.com\r\nBcc: b@example.com', '', 'Anna <a@example.com>'])(
    'does not exist for %j',
    async (to) => {
      const { id, message } = testMessage('asa@example.com');
      expect(await composeMime(id, { ...message, to: { name: '', address: to } })).toBeNull();
      expect(await composeMime(id, { ...message, from: { name: '', address: to } })).toBeNull();
    },
  );
});

describe('an address as mail servers read it', () => {
  it('has its domain in ASCII', () => {
    expect(asciiAddress('Eva@Bücher.example')).toBe('Eva@xn--bcher-kva.example');
    expect(asciiAddress('a@xn--\u00e5.example')).toBeNull();
  });
});
