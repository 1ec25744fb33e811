import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tables } from '../records/tables.js';
import { testId } from '../testing/change-builders.js';
import { planCapture, type CaptureContext, type CaptureForm } from './capture.js';
import { CONSENT_PURPOSES, NOTICE_VERSION } from './capture-notice.js';
import type { Change } from '../changes/change-set.js';

const NOW = Date.UTC(2026, 10, 18, 9, 38);
const VACANCY = testId<NonNullable<CaptureForm['vacancyId']>>(20);
const form: CaptureForm = {
  givenName: 'Matilda',
  familyName: 'Rosenqvist',
  email: 'matilda.r@example.com',
  phone: '',
  school: 'Chalmers, MSc Electric Power Engineering',
  vacancyId: VACANCY,
  language: 'sv',
  rating: 6,
  note: 'Wrote thesis on island grids.',
  consents: ['this-fair'],
  cv: {
    fileId: testId(30),
    name: 'CV.pdf',
    mediaType: 'application/pdf',
    size: 412_000,
  },
};

function context(change: Partial<CaptureContext> = {}): CaptureContext {
  let ids = 100;
  return {
    now: NOW,
    by: testId(2),
    personId: testId(1),
    fair: { id: testId(3), lastDate: '2026-11-18' },
    retentionMonths: 24,
    zone: 'Europe/Stockholm',
    newId: () => testId(ids++),
    readPhone: () => null,
    ...change,
  };
}

function changesOf(change: Partial<CaptureForm> = {}, at: Partial<CaptureContext> = {}): readonly Change[] {
  const plan = planCapture({ ...form, ...change }, context(at));
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.changes;
}
const created = (changes: readonly Change[], table: string) =>
  changes.flatMap((change) => (change.kind === 'create' && change.table === table ? [change] : []));
const events = (changes: readonly Change[], type: string) =>
  changes.flatMap((change) => (change.kind === 'event' && change.event.type === type ? [change] : []));

describe('planCapture', () => {
  it('files everything as one dossier: person, application, consent, impression, note, CV', () => {
    const changes = changesOf();
    expect(changes.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
      'create person',
      'create application',
      'event person',
      'event application',
      'event application',
      'create document',
    ]);
    expect(new Set(changes.map(({ dossier }) => dossier))).toEqual(new Set([testId(1)]));
    expect(created(changes, 'person')[0]).toMatchObject({ id: testId(1), fields: { source: { fairId: testId(3) } } });
    expect(created(changes, 'application')[0]?.fields).toMatchObject({ vacancyId: VACANCY, receivedAt: NOW });
    expect(created(changes, 'document')[0]?.fields).toMatchObject({ kind: 'cv', applicationId: null, addedAt: NOW });
  });

  it('G-12 files somebody without a vacancy as a prospect, with note and impression on the person', () => {
    const changes = changesOf({ vacancyId: null });
    expect(created(changes, 'application')).toEqual([]);
    expect(created(changes, 'person')[0]?.fields['kind']).toBe('prospect');
    expect([...events(changes, 'rating'), ...events(changes, 'note')].map(({ table }) => table)).toEqual([
      'person',
      'person',
    ]);
    expect(created(changesOf(), 'person')[0]?.fields['kind']).toBe('candidate');
  });

  it('keeps a consent per purpose: words, language, who, when and until when', () => {
    expect(events(changesOf({ consents: [] }), 'consent')).toEqual([]);
    const consents = events(changesOf({ consents: CONSENT_PURPOSES, language: 'nl' }), 'consent');
    expect(consents.map(({ event }) => event)).toMatchObject(
      CONSENT_PURPOSES.map((purpose) => ({
        purpose,
        given: true,
        noticeVersion: NOTICE_VERSION,
        language: 'nl',
        by: testId(2),
        at: NOW,
        until: '2028-11-18',
      })),
    );
  });

  it('counts the months from the fair’s last day, and from today where there is no fair', () => {
    const until = (at: Partial<CaptureContext>) => events(changesOf({}, at), 'consent')[0]?.event['until'];
    expect(until({ fair: { id: testId(3), lastDate: '2026-08-31' }, retentionMonths: 6 })).toBe('2027-02-28');
    expect(until({ fair: null, now: Date.UTC(2026, 10, 18, 23, 30) })).toBe('2028-11-19'); // already tomorrow in Stockholm
  });

  it('works with a name and a phone number alone', () => {
    const changes = changesOf({
      familyName: '',
      email: '',
      phone: '070 555 01 86',
      school: '',
      note: ' \n',
      rating: null,
      cv: null,
      consents: [],
    });
    expect(changes.map(({ table }) => table)).toEqual(['person', 'application']);
  });

  it('names what is missing and plans nothing', () => {
    const plan = planCapture({ ...form, givenName: '', familyName: '', email: 'nobody' }, context());
    expect(plan).toEqual({
      ok: false,
      problems: [
        { field: 'givenName', code: 'name-missing' },
        { field: 'email', code: 'email-invalid' },
      ],
    });
  });

  it('names a note that no record holds', () => {
    const plan = planCapture({ ...form, note: 'x'.repeat(20_001) }, context());
    expect(plan).toEqual({ ok: false, problems: [{ field: 'note', code: 'too-long' }] });
  });

  it('plans only what its tables take, and the same again for the same form and context', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const forms = fc.record({
      givenName: text,
      familyName: text,
      email: fc.constantFrom('', 'ebba@example.com', 'nobody'),
      phone: fc.constantFrom('', '070 555 01 86', 'x'),
      school: text,
      vacancyId: fc.constantFrom(null, VACANCY),
      language: fc.constantFrom('sv' as const, 'nb' as const),
      rating: fc.option(fc.integer({ min: 1, max: 7 })),
      note: text,
      consents: fc.subarray([...CONSENT_PURPOSES]),
      cv: fc.constantFrom(null, form.cv),
    });
    fc.assert(
      fc.property(forms, (typed) => {
        const plan = planCapture(typed, context());
        expect(planCapture(typed, context())).toEqual(plan);
        if (!plan.ok) return;
        const ids = plan.changes.map((change) => (change.kind === 'event' ? change.event.id : change.id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const change of plan.changes) {
          const schema = tables[change.table as 'person' | 'application' | 'document'];
          if (change.kind === 'create') schema.fields.parse(change.fields);
          if (change.kind === 'event') schema.events.parse(change.event);
        }
      }),
    );
  });
});
