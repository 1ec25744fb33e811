import { writeSync } from 'node:fs';
import { changeSetOf, fileOf } from './expected-work.js';
import { openFolder } from './open-folder.js';

/** The victim: saves one change set after the other until it is killed, and says of each that it is saved. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('The data folder is missing');
const { journal, files } = await openFolder(folder);
const { device } = journal.head;
writeSync(1, `open ${device}\n`);
for (let n = journal.head.n + 1; ; n++) {
  const file = fileOf(n);
  if (file !== null) {
    const stored = await files.put(file.bytes, `${n}.png`, file.dossier);
    if (!stored.ok) throw new Error(stored.code);
    writeSync(1, `file ${n} ${stored.value.fileId}\n`);
  }
  const appended = await journal.append(changeSetOf(device, n));
  if (!appended.ok) throw new Error(appended.code);
  writeSync(1, `saved ${n} ${appended.value.seq}\n`);
}
