import { describe, expect, it } from 'vitest';
import type { Change } from '../changes/change-set.js';
import { INTERVIEW_TYPES } from '../records/interview.js';
import { RIGHTS, type Right } from '../records/recruiter.js';
import { PROGRESS_ACTIONS } from './progress-action.js';
import { neededFor, refuseWrite, type Write } from './refuse-write.js';
import { RIGHTS_OF_LEVEL } from './right-levels.js';
import { INVITE_RIGHTS, rightsOf, type KnownRecruiter, type KnownRecruiters } from './rights.js';

const EVA = 'e'.repeat(32);
const PER = 'f'.repeat(32);

function recruiter(rights: readonly Right[], change: Partial<KnownRecruiter> = {}): KnownRecruiter {
  return { rights: [...rights], departments: [], active: true, ...change };
}

/** Eva with these rights, beside an administrator. */
function withEva(rights: readonly Right[], change: Partial<KnownRecruiter> = {}): KnownRecruiters {
  return new Map([
    [EVA, recruiter(rights, change)],
    [PER, recruiter(RIGHTS)],
  ]);
}

function refusal(write: Partial<Write>, recruiters: KnownRecruiters, departmentOf = (): string | null => null) {
  const facts = {
    recruiters,
    departmentOf,
    channelOf: () => null,
    departmentOfTemplate: (id: string) => TEMPLATES.get(id) ?? '',
  };
  return refuseWrite({ action: 'capture', by: EVA, changes: [], ...write }, facts);
}

/** The department of each template that is there. */
const TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['1'.repeat(32), 'Grid'],
  ['2'.repeat(32), 'IT'],
]);

function setOf(
  table: string,
  id: string,
  field: string,
  value: Change & { kind: 'set' } extends { value: infer V } ? V : never,
): Change {
  return { kind: 'set', table, id, dossier: null, field, value, before: null, replaces: [] };
}

function interview(type: string): Change {
  return { kind: 'create', table: 'interview', id: 'a'.repeat(32), dossier: null, fields: { type } };
}

const WRITES = [
  ['capture', 'add-candidates'],
  ['import', 'add-candidates'],
  ['add-note', 'documents-notes'],
  ['add-document', 'documents-notes'],
  ['add-vacancy', 'vacancies'],
  ['edit-vacancy', 'vacancies'],
  ['add-fair', 'vacancies'],
  ['add-to-vacancy', 'transfer'],
  ['restore', 'deleted-applications'],
  ['delete-permanently', 'deleted-applications'],
  ['edit-employee', 'employees'],
  ['delete-employee', 'employees'],
  ['send-test-mail', 'send-email'],
  ['edit-recruiter', 'administer'],
  ['edit-organisation', 'administer'],
  ['edit-contract-template', 'administer'],
  ['edit-rejection-reasons', 'administer'],
  ['delete', 'delete'],
  ['send-email', 'send-email'],
  ['forward', 'send-email'],
  ['reject', 'reject'],
  ['transfer', 'transfer'],
  ['send-offer', 'offer'],
  ['hire', 'hire'],
  ['employment-contract', 'hire'],
] as const satisfies readonly (readonly [Write['action'], Right])[];

/** What an import adds to somebody on file, and what it makes of somebody new. */
function imported(person: string, isNew: boolean): readonly Change[] {
  const [dossier, application, event] = [person.repeat(32), 'e'.repeat(32), 'f'.repeat(32)];
  return [
    ...(isNew ? [{ kind: 'create', table: 'person', id: dossier, dossier, fields: {} } as const] : []),
    { kind: 'create', table: 'application', id: application, dossier, fields: {} },
    {
      kind: 'event',
      table: 'application',
      id: application,
      dossier,
      event: { id: event, at: 1, by: null, type: 'note' },
    },
  ];
}

describe('what an import may write', () => {
  it('G-9 adds nothing to people on file without the rights for their notes and for another vacancy', () => {
    const write = { action: 'import', changes: imported('a', false) } as const;
    expect(refusal(write, withEva(['add-candidates', 'transfer', 'documents-notes']))).toBeNull();
    expect(refusal(write, withEva(['add-candidates', 'transfer']))).toBe('right/missing');
    expect(refusal(write, withEva(['add-candidates', 'documents-notes']))).toBe('right/missing');
  });

  it('G-9 files new people with their note and application as capture does', () => {
    expect(refusal({ action: 'import', changes: imported('a', true) }, withEva(['add-candidates']))).toBeNull();
  });
});

describe('what may be written', () => {
  it.each(WRITES)('C19, G-9 %s with %s, and with everything but that it is refused', (action, right) => {
    expect(refusal({ action }, withEva([right]))).toBeNull();
    expect(refusal({ action }, withEva(RIGHTS.filter((one) => one !== right)))).toBe('right/missing');
  });

  it.each(['withdraw', 'save', 'edit-person', 'edit-meeting-invitation', 'add-appointment'] as const)(
    'C19 %s is open to everybody who works here',
    (action) => {
      expect(refusal({ action }, withEva([]))).toBeNull();
    },
  );

  it('C19, R2 every action of Further progress but three needs a right', () => {
    const open = PROGRESS_ACTIONS.filter((action) => neededFor({ action, changes: [] }).length === 0);
    expect(open).toEqual(['withdraw', 'save', 'send-letter']);
  });

  it.each(INTERVIEW_TYPES)(
    'G-9 an invitation to a %s interview needs its own right, whatever the form offered',
    (type) => {
      const write = { action: 'invite-to-interview', changes: [interview(type)] } as const;
      expect(refusal(write, withEva([INVITE_RIGHTS[type]]))).toBeNull();
      const others = RIGHTS.filter((right) => right !== INVITE_RIGHTS[type]);
      expect(refusal(write, withEva(others))).toBe('right/missing');
    },
  );

  it('C19, G-8 an own step needs no right of its own; with a mail it needs that to send emails', () => {
    const mail: Change = { kind: 'create', table: 'message', id: 'b'.repeat(32), dossier: null, fields: {} };
    expect(refusal({ action: 'own-step' }, withEva([]))).toBeNull();
    expect(refusal({ action: 'own-step', changes: [mail] }, withEva([]))).toBe('right/missing');
    expect(refusal({ action: 'own-step', changes: [mail] }, withEva(['send-email']))).toBeNull();
  });

  it('G-9 a new time is an invitation: entered with an answer, too, it needs one of their rights', () => {
    const moved = setOf('interview', 'a'.repeat(32), 'startsAt', 1);
    const write = { action: 'edit-meeting-invitation', changes: [moved] } as const;
    expect(refusal(write, withEva([]))).toBe('right/missing');
    expect(refusal(write, withEva(['invite-third']))).toBeNull();
    expect(refusal({ action: 'cancel-interview' }, withEva([]))).toBe('right/missing');
  });

  it('C19 who was deactivated, or is not chosen, writes nothing; the way back and the engine are free', () => {
    const gone = withEva(RIGHTS, { active: false });
    expect(refusal({}, gone)).toBe('right/not-working-here');
    expect(refusal({ action: 'edit-person' }, gone)).toBe('right/not-working-here');
    expect(refusal({ by: null }, gone)).toBe('right/not-working-here');
    expect(refusal({ by: 'd'.repeat(32) }, gone)).toBe('right/not-working-here');
    expect(refusal({ action: 'undo' }, gone)).toBeNull();
    expect(refusal({ action: 'deliver', by: null }, gone)).toBeNull();
    expect(refusal({ action: 'first-start' }, new Map())).toBeNull();
  });

  it('G-9 a department administrator writes in the vacancies of the own departments', () => {
    const grid = withEva(['vacancies'], { departments: ['Grid'] });
    const vacancy = 'b'.repeat(32);
    const create = (department: string): Change => ({
      kind: 'create',
      table: 'vacancy',
      id: vacancy,
      dossier: null,
      fields: { department },
    });
    expect(refusal({ action: 'add-vacancy', changes: [create('Grid')] }, grid)).toBeNull();
    expect(refusal({ action: 'add-vacancy', changes: [create('IT')] }, grid)).toBe('right/other-department');
    const title = { action: 'edit-vacancy', changes: [setOf('vacancy', vacancy, 'title', 'Trainee')] } as const;
    expect(refusal(title, grid, () => 'Grid')).toBeNull();
    expect(refusal(title, grid, () => 'IT')).toBe('right/other-department');
    expect(refusal(title, withEva(['vacancies']), () => 'IT')).toBeNull();
    const away = { action: 'edit-vacancy', changes: [setOf('vacancy', vacancy, 'department', 'IT')] } as const;
    expect(refusal(away, grid, () => 'Grid')).toBe('right/other-department');
  });

  const newTemplate = (fields: Readonly<Record<string, string>>): Change => ({
    kind: 'create',
    table: 'mailTemplate',
    id: '3'.repeat(32),
    dossier: null,
    fields: { purpose: 'send-email', language: 'sv', ...fields },
  });
  const changed = (id: string): Change => setOf('mailTemplate', id.repeat(32), 'text', null);
  const EDITS = [
    ['its own', newTemplate({ department: 'Grid' }), null],
    ['its own that is there', changed('1'), null],
    ['another’s', newTemplate({ department: 'IT' }), 'right/other-department'],
    ['another’s that is there', changed('2'), 'right/other-department'],
    ['the ones for all', newTemplate({ department: '' }), 'right/other-department'],
    ['the ones for all, as they were made before', newTemplate({}), 'right/other-department'],
    ['the ones for all that are there', changed('4'), 'right/other-department'],
  ] as const;

  it.each(EDITS)('G-8, G-9 a department administrator edits of the templates: %s', (_, change, expected) => {
    const write = { action: 'edit-template', changes: [change] } as const;
    expect(refusal(write, withEva(RIGHTS_OF_LEVEL['department-administrator'], { departments: ['Grid'] }))).toBe(
      expected,
    );
    // Who administers edits them all, and who does neither, none.
    expect(refusal(write, withEva(RIGHTS, { departments: ['HR'] }))).toBeNull();
    expect(refusal(write, withEva(RIGHTS))).toBeNull();
    expect(refusal(write, withEva(RIGHTS_OF_LEVEL['mid-level']))).toBe('right/missing');
    expect(refusal(write, withEva(['reject'], { departments: ['Grid'] }))).toBe('right/missing');
  });
});

describe('administrators', () => {
  const alone: KnownRecruiters = new Map([[EVA, recruiter(RIGHTS)]]);
  const demoted = setOf('recruiter', EVA, 'rights', ['reject', 'no-other-applications']);

  it('G-9 the last one stays: not deactivated, not demoted, not erased, and not by an undo either', () => {
    const off = setOf('recruiter', EVA, 'active', false);
    const erased: Change = { kind: 'erase', table: 'recruiter', id: EVA, dossier: null, whole: false };
    for (const change of [demoted, off, erased]) {
      expect(refusal({ action: 'edit-recruiter', changes: [change] }, alone)).toBe('right/last-administrator');
      expect(refusal({ action: 'undo', changes: [change] }, alone)).toBe('right/last-administrator');
      expect(refusal({ action: 'edit-recruiter', changes: [change] }, withEva(RIGHTS))).toBeNull();
    }
  });

  it('G-9 with another one made in the same change, it may go', () => {
    const fields = { rights: ['administer'], active: true };
    const made: Change = { kind: 'create', table: 'recruiter', id: PER, dossier: null, fields };
    expect(refusal({ action: 'edit-recruiter', changes: [made, demoted] }, alone)).toBeNull();
    const inactive = { ...made, fields: { ...fields, active: false } };
    expect(refusal({ action: 'edit-recruiter', changes: [inactive, demoted] }, alone)).toBe('right/last-administrator');
  });

  it('C19 before anybody works here, whatever may be written is offered, too', () => {
    expect(rightsOf(null, new Map())).toEqual(RIGHTS_OF_LEVEL.complete);
    expect(rightsOf(null, withEva(RIGHTS))).toEqual([]);
  });

  it('G-9 two laptops that each demoted the other one leave none: then everybody who works here may name one', () => {
    const none = new Map([
      [EVA, recruiter(['reject'])],
      [PER, recruiter(['administer'], { active: false })],
    ]);
    expect(rightsOf(EVA, none)).toEqual(['reject', 'administer']);
    const promoted = setOf('recruiter', EVA, 'rights', ['administer', 'all-other-applications']);
    expect(refusal({ action: 'edit-recruiter', changes: [promoted] }, none)).toBeNull();
    expect(rightsOf(PER, none)).toEqual([]);
    expect(rightsOf(EVA, withEva(['reject']))).toEqual(['reject']);
  });
});
