import { refuseRead, type ReadAction, type ReadRefusal } from '../../../shared/domain/refuse-read.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { HostClient } from '../host-client.js';
import type { Roster } from '../roster/rows.js';
import type { WorkingStore } from '../working-store.js';
import { exportEntries, type ExportWish } from './export-everything.js';
import { fetchBytes } from './fetch-bytes.js';
import { readPersonRecords, type PersonRecords } from './person-records.js';
import type { ZipEntry } from './write-zip.js';

/** What leaves Fairdesk in one piece; refused here without its right, whatever the screens offered. */
export interface Exporter {
  /** Everything that is kept about one person; empty when nothing is any more. */
  readPerson(person: PersonId): Promise<Result<readonly PersonRecords[], ReadRefusal>>;
  /** Every record as it is asked for, and the files with them if they are wanted. */
  readEverything(wish: ExportWish): Result<AsyncIterable<ZipEntry>, ReadRefusal>;
}

export interface ExporterDeps {
  readonly host: Pick<HostClient, 'fileUrl'>;
  readonly store: WorkingStore;
  readonly roster: () => Roster;
  /** Who is working here. */
  readonly by: () => string | null;
}

export function exporter({ host, store, roster, by }: ExporterDeps): Exporter {
  const refused = (action: ReadAction) => refuseRead(action, by(), roster().recruiters);
  const fetchFile = (fileId: string) => fetchBytes(host.fileUrl(fileId));
  return {
    async readPerson(person) {
      const no = refused('export-person');
      if (no !== null) return failure(no);
      const { id = person, merged = [] } = roster().people.get(person) ?? {};
      return success(await readPersonRecords(store, [id, ...merged.map((other) => other.id)])); // G-13
    },
    readEverything(wish) {
      const no = refused('export-everything');
      return no === null ? success(exportEntries({ store, fetchFile }, wish)) : failure(no);
    },
  };
}
