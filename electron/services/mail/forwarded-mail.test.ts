import PostalMime from 'postal-mime';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { forward, type ForwardInput } from '../../../shared/domain/progress-actions/forward.js';
import type { Message } from '../../../shared/records/message.js';
import { forwardWords } from '../../../shared/i18n/forward-words.js';
import { shippedMailText } from '../../../shared/i18n/shipped-mail-text.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { planContext } from '../../../shared/testing/plan-builders.js';
import type { MailLayout } from '../../../shared/domain/mail-layout.js';
import type { Language } from '../../../shared/records/primitives.js';
import { createTypstRenderer } from '../documents/render-with-typst.js';
import { testContract } from '../testing/test-contract.js';
import { composeMime } from './compose-mime.js';
import { createLayouts } from './layout.js';
import { fixtureCandidates, type FixtureDetails } from './testing/forward-fixture.js';

const CANDIDATES = fixtureCandidates();
const translator = createTranslator('en');
const READERS: readonly Language[] = ['en', 'nl'];
const layouts = new Map<Language, MailLayout>();
const files = new Map<string, Uint8Array>();
const context = planContext({
  forward: { screenLanguage: 'en', words: (language) => forwardWords(translator, language) },
  mail: {
    from: { name: 'Eva Holm', address: 'eva@example.com' },
    layout: (language) =>
      layouts.get(language) ?? { before: '', words: ['', ''], button: ['', '', ''], divider: '', after: '' },
  },
  vacancy: () => ({
    title: 'Trainee kraftnät',
    reference: 'T-1',
    department: 'Grid',
    location: 'Oslo',
    languages: [],
    contactId: null,
    questions: [{ id: 'e'.repeat(32), text: 'Why us?' }],
    state: 'open',
    openedAt: 0,
    demo: false,
  }),
});

beforeAll(async () => {
  const layout = createLayouts();
  for (const language of READERS) {
    const made = await layout(language);
    if (made.ok) layouts.set(language, made.value);
  }
  const render = createTypstRenderer();
  for (const { dossier, applicant } of CANDIDATES) {
    const { givenName, familyName, email } = applicant.person;
    const blocks = [{ kind: 'paragraph' as const, text: `${givenName} ${familyName} ${email}` }];
    const pdf = await render({ ...testContract(), title: `CV ${givenName}`, blocks });
    for (const { fileId } of dossier.documents) if (pdf.ok) files.set(fileId, pdf.value);
  }
}, 120_000);

function messagesOf(
  ticks: Pick<ForwardInput, 'withholdsPersonal' | 'withoutFiles'>,
  language: Language,
): readonly Message[] {
  const input: ForwardInput = {
    ...ticks,
    to: '"Holm, Per" <per@example.org>',
    language,
    dossiers: Object.fromEntries(CANDIDATES.map(({ applicant, dossier }) => [applicant.applicationId, dossier])),
    from: { name: 'Eva Holm', address: 'eva@example.com' },
    texts: { [language]: shippedMailText(translator, 'forward', language) },
    unticked: new Set(),
    tickedIn: new Set(),
  };
  const { included, problems } = forward.plan(
    CANDIDATES.map(({ applicant }) => applicant),
    input,
    context,
  );
  expect(problems).toEqual([]);
  return included.flatMap(({ messages }) => messages.map(({ message }) => message));
}

/** A mail as it leaves, read by a program that knows nothing of ours: everything somebody could read in it. */
async function readMail(
  message: Message,
  n: number,
): Promise<{ readonly all: string; readonly names: readonly string[] }> {
  const bytes = message.attachments.map(({ fileId }) => files.get(fileId) ?? new Uint8Array());
  const mail = await composeMime(n.toString(16).padStart(32, '0'), message, bytes);
  const source = Buffer.from(mail?.bytes ?? []);
  const read = await PostalMime.parse(source);
  const html = read.html ?? '';
  const attributes = [...html.matchAll(/=\s*"([^"]*)"|=\s*'([^']*)'/g)].map(([, one = '', other = '']) => one + other);
  const attached = await Promise.all(
    read.attachments.map(async ({ filename, content, mimeType }) => [
      filename ?? '',
      mimeType,
      typeof content === 'string' ? content : await readPdf(new Uint8Array(content)),
    ]),
  );
  const parts = [
    source.toString('latin1').split('\r\n\r\n')[0] ?? '',
    ...read.headers.map(({ key, value }) => `${key}: ${value}`),
    read.subject ?? '',
    read.messageId ?? '',
    JSON.stringify([read.from, read.to, read.cc, read.bcc, read.replyTo]),
    read.text ?? '',
    decoded(html.replace(/<[^>]*>/g, '')),
    decoded(html.replace(/<[^>]*>/g, ' ')),
    ...attributes.map(decoded),
    ...attached.flat(),
  ];
  return { all: parts.join('\n'), names: read.attachments.map(({ filename }) => filename ?? '') };
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  const { info } = await document.getMetadata();
  await document.destroy();
  return `${items.map((item) => ('str' in item ? item.str : '')).join(' ')} ${JSON.stringify(info)}`;
}

function decoded(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

/** Case and diacritics away; not by the code under test. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[øœ]/g, 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')
    .replaceAll('þ', 'th')
    .replaceAll('ı', 'i')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ');
}

/** Up to three letters are looked for as a word of their own: `bo` stands in half of all words. */
function searchFor({ words, digits }: FixtureDetails): readonly { readonly detail: string; readonly search: RegExp }[] {
  const escaped = (text: string): string => folded(text).replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return [
    ...[...new Set(words)].map((detail) => ({
      detail,
      search: new RegExp(
        folded(detail).length > 3 ? escaped(detail) : `(?<![\\p{L}\\p{N}])${escaped(detail)}s?(?![\\p{L}\\p{N}])`,
        'u',
      ),
    })),
    ...digits.map((detail) => ({ detail, search: new RegExp(Array.from(detail).join('[^\\p{L}\\p{N}]{0,4}'), 'u') })),
  ];
}

const SEARCHES = CANDIDATES.map(({ details }) => searchFor(details));

describe('a forwarded application as it leaves', () => {
  const combinations = [true, false].flatMap((withholdsPersonal) =>
    [true, false].map((withoutFiles) => ({ withholdsPersonal, withoutFiles })),
  );

  it.each(combinations)(
    'R30, R31, R32, C36 of fifty candidates, $withholdsPersonal withheld, $withoutFiles without files',
    async (ticks) => {
      for (const language of READERS) {
        const messages = messagesOf(ticks, language);
        expect(messages).toHaveLength(CANDIDATES.length);
        for (const [n, message] of messages.entries()) {
          const { all, names } = await readMail(message, n);
          const text = folded(all);
          const isThere = ({ search }: { search: RegExp }): boolean => search.test(text);
          const own = SEARCHES[n] ?? [];
          if (ticks.withholdsPersonal) {
            expect(
              SEARCHES.flat()
                .filter(isThere)
                .map(({ detail }) => detail),
            ).toEqual([]);
          } else {
            // The same search finds every one of them where nothing is withheld.
            expect(own.filter((one) => !isThere(one)).map(({ detail }) => detail)).toEqual([]);
          }
          const documents = CANDIDATES[n]?.dossier.documents ?? [];
          const expected = ticks.withholdsPersonal || ticks.withoutFiles ? [] : documents.map(({ name }) => name);
          expect(names).toEqual(expected);
          expect(all).toContain('C++');
        }
      }
    },
    300_000,
  );

  it('R31 a CV that goes along can be found out by what stands in it, and so the search reads files', async () => {
    const [message] = messagesOf({ withholdsPersonal: false, withoutFiles: false }, 'en');
    if (message === undefined) throw new Error('no message');
    const bare = { ...message, text: '', html: '<p></p>', subject: 'x' };
    const { all } = await readMail(
      { ...bare, attachments: bare.attachments.map((one) => ({ ...one, name: 'cv.pdf' })) },
      1,
    );
    expect(folded(all)).toContain(folded(CANDIDATES[0]?.applicant.person.email ?? '–'));
  });
});
