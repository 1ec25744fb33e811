import { describe, expect, it } from 'vitest';
import { tables } from '../records/tables.js';
import type { ApplicationId, FileId, PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { addDocument, addNote } from './dossier-changes.js';

const place = { personId: testId<PersonId>(1), applicationId: testId<ApplicationId>(20) };
const prospect = { ...place, applicationId: null };
const stamp = { id: testId(50), at: 7, by: null };
const file = { fileId: testId<FileId>(60), name: 'CV.pdf', mediaType: 'application/pdf' as const, size: 12 };

describe('addNote', () => {
  it('belongs to the application, and to the person where there is none', () => {
    expect(addNote(place, 'Call back', stamp)).toMatchObject({
      table: 'application',
      id: testId(20),
      dossier: testId(1),
    });
    expect(addNote(prospect, 'Call back', stamp)).toMatchObject({ table: 'person', id: testId(1), dossier: testId(1) });
  });

  it('is an event that both tables take', () => {
    expect(tables.application.events.safeParse(addNote(place, 'Call back', stamp).event).success).toBe(true);
    expect(tables.person.events.safeParse(addNote(prospect, 'Call back', stamp).event).success).toBe(true);
  });
});

describe('addDocument', () => {
  it('files a CV with the person and anything else with the application', () => {
    const cv = addDocument(place, file, { id: testId(70), at: 7, kind: 'cv' });
    const other = addDocument(place, file, { id: testId(71), at: 7, kind: 'other' });
    expect([cv.fields['applicationId'], other.fields['applicationId']]).toEqual([null, testId(20)]);
    expect([cv, other].every(({ fields }) => tables.document.fields.safeParse(fields).success)).toBe(true);
    expect([cv.dossier, other.dossier]).toEqual([testId(1), testId(1)]);
  });
});
