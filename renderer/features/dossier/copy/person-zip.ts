import { z } from 'zod';
import type { HostErrorCode } from '../../../../shared/host/errors.js';
import { success, type Result } from '../../../../shared/lib/result.js';
import { PersonExport } from '../../../../shared/records/person-export.js';
import { filePath } from '../../../../shared/lib/zip/file-path.js';
import type { ZipEntry } from '../../../../shared/lib/zip/write-zip.js';
import type { HostClient } from '../../../data/host-client.js';
import type { CopiedFile, CopiedPerson } from './copied-person.js';
import { copyDocument, FILES_FOLDER, PERSON_FILE } from './copy-document.js';
import { personData } from './person-data.js';

/** How bytes come from an address of the host; null where it has none to give. */
export type FetchBytes = (url: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Every file of the dossiers, opened; one that is damaged is there without its bytes. */
export async function copiedFiles(
  dossiers: CopiedPerson['dossiers'],
  { host, fetchBytes }: { readonly host: Pick<HostClient, 'fileUrl'>; readonly fetchBytes: FetchBytes },
): Promise<readonly CopiedFile[]> {
  const documents = dossiers.flatMap(({ dossier }) => dossier.documents);
  const files: CopiedFile[] = [];
  for (const [at, { id, fields }] of documents.entries()) {
    const bytes = await fetchBytes(host.fileUrl(fields.fileId));
    files.push({ documentId: id, path: filePath(FILES_FOLDER, at + 1, fields.name), bytes });
  }
  return files;
}

/** What stands in the ZIP of one person: the document, the same for programs with its schema, and every file. */
export async function personEntries(
  copied: CopiedPerson,
  { host, fetchBytes }: { readonly host: Pick<HostClient, 'call'>; readonly fetchBytes: FetchBytes },
): Promise<Result<readonly ZipEntry[], HostErrorCode>> {
  const rendered = await host.call('copy.render', { copy: copyDocument(copied) });
  if (!rendered.ok) return rendered;
  const pdf = await fetchBytes(rendered.value.url);
  if (pdf === null) return { ok: false, code: 'copy/cannot-be-built' };
  return success([
    { name: `${copied.t('data.copy.fileName')}.pdf`, bytes: pdf, deflate: false },
    { name: PERSON_FILE, bytes: json(personData(copied)), deflate: true },
    {
      name: 'person.schema.json',
      bytes: json(z.toJSONSchema(PersonExport, { io: 'input', reused: 'ref' })),
      deflate: true,
    },
    ...copied.files.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ name: path, bytes, deflate: false }])),
  ]);
}

function json(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
