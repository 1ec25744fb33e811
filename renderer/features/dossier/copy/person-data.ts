import type { Json } from '../../../../shared/lib/json.js';
import { stepName } from '../../../../shared/domain/own-steps.js';
import { ApplicationEvent } from '../../../../shared/records/application.js';
import { PERSONAL_RECORDS, PersonExport } from '../../../../shared/records/person-export.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import { recipientsOf, type CopiedPerson } from './copied-person.js';

/**
 * The same for programs. Built of the records as they stand and passed through the schema, which is the list of what is handed
 * out: it throws where a record is not what its table declares.
 */
export function personData(copied: CopiedPerson): PersonExport {
  const { dossiers, files, formats, now, reviews, roster } = copied;
  const { language } = formats;
  return PersonExport.parse({
    format: 'fairdesk-person',
    version: 1,
    writtenAt: now,
    organisation: roster.organisation?.name ?? '',
    language,
    dossiers: dossiers.map((records) => ({ id: records.id, records: byTable(records) })),
    panelReviews: reviews.map(({ id, requestedAt, reviewers }) => ({
      id,
      requestedAt,
      reviewers: reviewers.map((reviewer) => ({ id: reviewer.id, outside: reviewer.recruiterId === null })),
    })),
    recipients: recipientsOf(copied),
    names: names(copied),
    files: files.flatMap(({ documentId, path, bytes }) =>
      bytes === null ? [] : [{ documentId, path, size: bytes.length }],
    ),
    unreadableFiles: files.filter(({ bytes }) => bytes === null).map(({ documentId }) => documentId),
  });

  function byTable({ records }: PersonRecords): Record<string, Json> {
    const tables = Object.keys(PERSONAL_RECORDS).map((table) => [
      table,
      records
        .filter((record) => record.table === table)
        .map(({ id, fields, events, takenBack }) => ({ id, fields, events, takenBack })),
    ]);
    return Object.fromEntries(tables) as Record<string, Json>;
  }
}

/** Of every id in the records that leads out of the dossier, as far as it names nobody who is not to be named. */
function names({ dossiers, roster, formats }: CopiedPerson) {
  const { language } = formats;
  const applications = dossiers.flatMap(({ dossier }) => dossier.applications);
  const vacancies = [...new Set(applications.map(({ fields }) => fields.vacancyId))].flatMap(
    (id) => roster.vacancies.get(id) ?? [],
  );
  const met = dossiers.flatMap(({ dossier, appointments }) =>
    [...dossier.interviews, ...appointments].flatMap(({ fields }) => fields.recruiterIds),
  );
  const { rejectionReasons = [], ownSteps = [] } = roster.organisation ?? {};
  const said = saidIn(dossiers);
  return {
    vacancies: named(vacancies, ({ title }) => title),
    questions: named(
      vacancies.flatMap(({ questions }) => questions),
      ({ text }) => text,
    ),
    fairs: named(
      dossiers.flatMap(({ dossier: { person } }) =>
        person.fields.source.fairId === null ? [] : (roster.fairs.get(person.fields.source.fairId) ?? []),
      ),
      ({ name }) => name,
    ),
    interviewers: named(
      [...new Set(met)].flatMap((id) => roster.recruiters.get(id) ?? []),
      ({ name }) => name,
    ),
    rejectionReasons: named(
      rejectionReasons.filter(({ id }) => said.has(id)),
      (reason) => reason.names[language],
    ),
    ownSteps: named(
      ownSteps.filter(({ id }) => said.has(id)),
      (step) => stepName(step, language),
    ),
  };
}

/** The reasons and own steps that these applications speak of: the organisation's lists are its own. */
function saidIn(dossiers: readonly PersonRecords[]): ReadonlySet<string> {
  const events = dossiers
    .flatMap(({ records }) => records.filter(({ table }) => table === 'application'))
    .flatMap((record) => [...record.events, ...record.takenBack])
    .map((event) => ApplicationEvent.parse(event));
  const ids = events.map((event) => {
    if (event.type === 'own-step') return event.stepId;
    return event.type === 'status' ? event.rejection?.reasonId : undefined;
  });
  return new Set(ids.filter((id) => id !== undefined));
}

function named<Item extends { readonly id: string }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Record<string, string> {
  return Object.fromEntries(items.map((item) => [item.id, nameOf(item)]));
}
