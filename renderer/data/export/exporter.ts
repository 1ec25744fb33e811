import { refuseRead, type ReadAction, type ReadRefusal } from '../../../shared/domain/refuse-read.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { HostClient } from '../host-client.js';
import type { Roster } from '../roster/rows.js';
import { exportEntries, type ExportWish, type Watched } from './export-everything.js';
import { fetchBytes } from './fetch-bytes.js';
import { readExport, type ReadExportDeps, type ReadExportWish } from './read-export.js';
import { openExport, surveyExport, type ExportFault, type ExportSurvey } from './survey-export.js';
import { readPersonRecords, type PersonRecords } from './person-records.js';
import type { ZipEntry } from '../../../shared/lib/zip/write-zip.js';

/** What leaves Fairdesk in one piece, and the way back; refused here without its right, whatever the screens offered. */
export interface Exporter {
  /** Everything that is kept about one person; empty when nothing is any more. */
  readPerson(person: PersonId): Promise<Result<readonly PersonRecords[], ReadRefusal>>;
  /** Every record as it is asked for, and the files with them if they are wanted. */
  readEverything(wish: ExportWish): Result<AsyncIterable<ZipEntry>, ReadRefusal>;
  /** What reading an export back would do; nothing is written. */
  surveyExport(file: Blob): Promise<Result<ExportSurvey, ExportFault | ReadRefusal>>;
  /** Adds what the export holds and this laptop does not. */
  readExport(wish: ReadExportWish): ReturnType<typeof readExport>;
}

export interface ExporterDeps extends ReadExportDeps {
  readonly host: Pick<HostClient, 'fileUrl' | 'putFile'>;
  readonly roster: () => Roster;
  /** Names damage of the working store under what it reads, and throws it on. */
  readonly watched: Watched;
}

export function exporter(deps: ExporterDeps): Exporter {
  const { host, store, roster, by, watched } = deps;
  const refused = (action: ReadAction) => refuseRead(action, by(), roster().recruiters);
  const fetchFile = (fileId: string) => fetchBytes(host.fileUrl(fileId));
  return {
    async readPerson(person) {
      const no = refused('export-person');
      if (no !== null) return failure(no);
      const { id = person, merged = [] } = roster().people.get(person) ?? {};
      const ids = [id, ...merged.map((other) => other.id)]; // G-13
      return success(await watched(readPersonRecords(store, ids)));
    },
    readEverything(wish) {
      const no = refused('export-everything');
      return no === null ? success(exportEntries({ store, fetchFile, watched }, wish)) : failure(no);
    },
    async surveyExport(file) {
      const no = refused('export-everything');
      if (no !== null) return failure(no);
      const opened = await openExport(file);
      return opened.ok ? await watched(surveyExport(opened.value, store)) : opened;
    },
    readExport: (wish) => readExport(deps, wish),
  };
}
