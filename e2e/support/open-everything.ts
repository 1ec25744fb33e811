import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeFrames } from '../../electron/services/append-log/frame-format.js';
import { nodeDisk } from '../../electron/services/disk/node-disk.js';
import { openFile, ownerOf } from '../../electron/services/files/sealed-file.js';
import { openFrame, restoreChangeSet } from '../../electron/services/journal/change-set-frame.js';
import { decodeHeader } from '../../electron/services/journal/frame-header.js';
import { openKeyring, type Keyring } from '../../electron/services/keyring/open-keyring.js';
import { associatedData, unseal } from '../../electron/services/keyring/sealing.js';
import { fileSecretStore } from '../../electron/services/secrets/file-secret-store.js';
import { filesUnder } from './leak-search.js';

/**
 * Opens whatever the keys on the disk still open, each box with each key that could fit, and writes it in clear into another
 * folder: what somebody could read who has the folder and its keys. Answers how many boxes opened.
 */
export async function openEverything(dataFolder: string, into: string): Promise<number> {
  const folder = (name: string): string => path.join(dataFolder, name);
  const secrets = fileSecretStore(dataFolder);
  const opened = await openKeyring({ disk: nodeDisk, folder: folder('keys'), secrets, hasSealedData: true });
  if (!opened.ok) throw new Error(opened.code);
  const keyring = opened.value;
  const found = [
    ...filesUnder(folder('journal')).flatMap((file) => framesOf(file, keyring)),
    ...filesUnder(folder('files')).flatMap((file) => contentOf(file, keyring)),
    ...filesUnder(folder('drafts')).flatMap((file) => draftOf(file, keyring)),
  ];
  await keyring.close();
  mkdirSync(into, { recursive: true });
  found.forEach((bytes, at) => {
    writeFileSync(path.join(into, at.toString()), bytes);
  });
  return found.length;
}

/** Each frame's parts with every key that its dossiers still have, whatever the frame says of which it was. */
function framesOf(file: string, keyring: Keyring): readonly Uint8Array[] {
  return decodeFrames(readFileSync(file)).frames.flatMap(({ body }) => {
    const header = decodeHeader(body);
    const frame = openFrame(body, keyring.derive('journal'));
    if (header === null || frame === null) return [];
    const dossiers = frame.envelope.parts.flatMap(({ dossier }) => (dossier === null ? [] : [dossier]));
    const most = Math.max(1, ...dossiers.map((dossier) => keyring.dossiers.keysOf(dossier).length));
    const texts = Array.from({ length: most }, (_, at) =>
      restoreChangeSet(header, frame, (dossier) => keyring.dossiers.keysOf(dossier)[at] ?? null),
    );
    return [frame.envelope, ...texts].map((text) => Buffer.from(JSON.stringify(text)));
  });
}

function contentOf(file: string, keyring: Keyring): readonly Uint8Array[] {
  const sealed = readFileSync(file);
  const owner = ownerOf(sealed);
  if (owner === undefined) return [];
  const [id = ''] = path.basename(file).split('-');
  const keys = owner === null ? [keyring.derive('files')] : keyring.dossiers.keysOf(owner);
  return keys.flatMap((key) => {
    const opened = openFile(key, id, sealed);
    return opened === null ? [] : [opened.bytes, Buffer.from(opened.name)];
  });
}

function draftOf(file: string, keyring: Keyring): readonly Uint8Array[] {
  const associated = associatedData('fairdesk/draft/1', path.basename(file));
  const plain = unseal(keyring.derive('drafts'), associated, readFileSync(file));
  return plain === null ? [] : [plain];
}
