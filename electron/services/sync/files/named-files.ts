import type { Change } from '../../../../shared/changes/change-set.js';
import { unpackState, valuesOf } from '../../../../shared/changes/record-state.js';
import { Document } from '../../../../shared/records/document.js';

const Named = Document.pick({ fileId: true, name: true, mediaType: true, size: true, kind: true });

/** What a document says of its file. */
export interface NamedFile extends Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size' | 'kind'> {
  /** The document. */
  readonly record: string;
  readonly dossier: string | null;
}

/** The file that a change names: a document that is filed, or told of as it stands. */
export function fileNamedBy(change: Change): NamedFile | null {
  if (change.table !== 'document') return null;
  const named = Named.safeParse(fieldsOf(change));
  return named.success ? { ...named.data, record: change.id, dossier: change.dossier } : null;
}

function fieldsOf(change: Change): unknown {
  if (change.kind === 'create') return change.fields;
  return change.kind === 'fold' && !change.state.erased ? valuesOf(unpackState(change.state)) : null;
}
