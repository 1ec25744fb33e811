import { plainToRichText } from '../plain-to-rich-text.js';
import { describe, expect, it } from 'vitest';
import { Message } from '../../records/message.js';
import { ApplicationEvent } from '../../records/application.js';
import { ContractDocument, type EmploymentTerms } from '../../records/contract.js';
import { Document } from '../../records/document.js';
import type { FileId } from '../../records/primitives.js';
import { LISTED_STATUSES } from '../application-status.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { parseContractText } from '../contract-text.js';
import type { Applicant, PlanContext } from '../progress-action.js';
import { contractsToRender, employmentContract, type EmploymentContractInput } from './employment-contract.js';

const TEXT = { subject: 'Avtal, {given-name}', contents: plainToRichText('Hej {given-name}, här är avtalet.') };
const TERMS: EmploymentTerms = {
  position: 'Trainee',
  department: 'IT',
  startDate: '2027-02-01',
  salary: '32 000 kr',
  own: { bonus: 'none' },
};
const WORDING = {
  title: 'Avtal för {given-name}',
  blocks: [
    ...parseContractText('{position} {department} {start-date} {salary} {bonus} {vacancy-title} {contract-date}'),
  ],
};

const CONTRACTS: PlanContext['contracts'] = {
  ownTags: [{ name: 'bonus', label: 'Bonus', preset: '' }],
  agreed: () => null,
  wording: () => WORDING,
};

function context(change: Partial<PlanContext['contracts']> = {}): PlanContext {
  return planContext({ contracts: { ...CONTRACTS, ...change } });
}

function rowsFor(selection: readonly Applicant[], terms: (n: number) => EmploymentTerms = () => TERMS) {
  return Object.fromEntries(
    selection.map(({ applicationId }, n) => [applicationId, { terms: terms(n), template: null }] as const),
  );
}

function inputFor(
  selection: readonly Applicant[],
  change: Partial<EmploymentContractInput> = {},
): EmploymentContractInput {
  return {
    from: { name: 'Eva Lind', address: 'eva@example.com' },
    texts: { sv: TEXT },
    unticked: new Set(),
    tickedIn: new Set(),
    rows: rowsFor(selection),
    rendered: {},
    ...change,
  };
}

/** What the dialog does between its first page and the plan. */
function rendered(
  selection: readonly Applicant[],
  input: EmploymentContractInput,
  of: PlanContext,
): EmploymentContractInput {
  const files = contractsToRender(selection, input, of).map(({ applicant: { applicationId }, document }, n) => {
    const fileId = (n + 1).toString(16).padStart(32, 'f') as FileId;
    const file = { fileId, name: `${String(n)}.pdf`, mediaType: 'application/pdf', size: 9 } as const;
    return [applicationId, { document, file }] as const;
  });
  return { ...input, rendered: Object.fromEntries(files) };
}

function plan(
  selection: readonly Applicant[],
  change: Partial<EmploymentContractInput> = {},
  of: PlanContext = context(),
) {
  return employmentContract.plan(selection, rendered(selection, inputFor(selection, change), of), of);
}

describe('Employment contract', () => {
  it('R41 mails each applicant a PDF with the own contract information, keeps it in the dossier, changes no status', () => {
    const selection = [applicant(1), applicant(2, { givenName: 'Åsa' })];
    const { included, excluded, problems } = plan(selection);
    expect({ excluded, problems }).toEqual({ excluded: [], problems: [] });
    for (const { changes, messages, personId, applicationId } of included) {
      expect(changes.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
        'event application',
        'create document',
        'create message',
      ]);
      for (const change of changes) expect(change.dossier).toBe(personId);
      const [event, document, message] = changes.map((change) =>
        change.kind === 'create' ? change.fields : change.kind === 'event' ? change.event : null,
      );
      expect(ApplicationEvent.parse(event)).toMatchObject({ type: 'employment', terms: TERMS });
      const { fileId, name } = Document.parse(document);
      expect(document).toMatchObject({ kind: 'contract', applicationId });
      expect(Message.parse(message)).toMatchObject({
        purpose: 'contract',
        attachments: [{ fileId, name, mediaType: 'application/pdf' }],
      });
      expect(messages[0]?.message).toEqual(message);
    }
    expect(new Set(included.map(({ messages }) => messages[0]?.message.attachments[0]?.fileId)).size).toBe(2);
  });

  it('R41 fills the tags from the application, what was asked, and the organisation’s own fields', () => {
    const selection = [applicant(1, { givenName: 'Åsa\n# {salary}' })];
    const [written] = contractsToRender(selection, inputFor(selection), context());
    expect(ContractDocument.parse(written?.document)).toEqual({
      language: 'sv',
      title: 'Avtal för Åsa # {salary}',
      company: 'Example AB',
      date: '2026-09-21',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Trainee IT 1 februari 2027 32 000 kr none Trainee 21 september 2026',
        },
      ],
    });
  });

  it('C24 asks for position and start date whether or not the wording names them, and for what the wording names', () => {
    const selection = [applicant(1), applicant(2)];
    const wording = { title: 'T', blocks: [...parseContractText('{salary}')] };
    const empty = { position: ' ', department: '', startDate: null, salary: '', own: {} };
    const rows = rowsFor(selection, () => empty);
    const { included, problems } = plan(selection, { rows }, context({ wording: () => wording }));
    expect(problems.map(({ code, field, applicationIds }) => [code, field, applicationIds.length])).toEqual([
      ['contract-unfilled', 'position', 2],
      ['contract-unfilled', 'start-date', 2],
      ['contract-unfilled', 'salary', 2],
      ['contract-not-rendered', null, 2],
    ]);
    expect(included.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('C24 says of what was typed as the start date that it is no date, and not that it is missing', () => {
    const selection = [applicant(1)];
    const [id = ''] = selection.map(({ applicationId }) => applicationId);
    const rows = { [id]: { terms: { ...TERMS, startDate: null }, dateTyped: '2020-02-30', template: null } };
    const { problems } = plan(selection, { rows });
    expect(problems.map(({ code, field }) => [code, field])).toContainEqual(['contract-date-invalid', 'start-date']);
    expect(problems.map(({ code }) => code)).not.toContain('contract-unfilled');
  });

  it('C24 warns of a start that is over and of braces that were typed, by name', () => {
    const selection = [applicant(1), applicant(2), applicant(3)];
    const odd = [{ startDate: '2026-09-20' }, { startDate: '2026-09-21' }, { salary: '{salary}' }];
    const rows = rowsFor(selection, (n) => ({ ...TERMS, ...odd[n] }));
    const { warnings, problems } = plan(selection, { rows });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      { code: 'start-date-past', applicationIds: [selection[0]?.applicationId] },
      { code: 'braces-typed', applicationIds: [selection[2]?.applicationId] },
    ]);
  });

  it('C24 keeps what was agreed once: known already, it is not written again', () => {
    const { included } = plan([applicant(1)], {}, context({ agreed: () => ({ ...TERMS }) }));
    expect(included[0]?.changes.map(({ table }) => table)).toEqual(['document', 'message']);
  });

  it('C30 has one row per person: each contract says its own', () => {
    const selection = [applicant(1), applicant(2)];
    const rows = rowsFor(selection, (n) => ({ ...TERMS, salary: `${String(30 + n)} 000 kr` }));
    const written = contractsToRender(selection, inputFor(selection, { rows }), context());
    expect(written.map(({ document }) => /\d\d 000 kr/.exec(JSON.stringify(document))?.[0])).toEqual([
      '30 000 kr',
      '31 000 kr',
    ]);
    expect(plan(selection, { rows: rowsFor(selection.slice(0, 1)) }).problems).toMatchObject([
      { code: 'contract-unfilled', field: 'position', applicationIds: [selection[1]?.applicationId] },
      { code: 'contract-not-rendered', applicationIds: [selection[1]?.applicationId] },
    ]);
  });

  it('is rendered once: what lies in the dossier as it is needs no other', () => {
    const selection = [applicant(1), applicant(2)];
    const input = rendered(selection, inputFor(selection), context());
    expect(contractsToRender(selection, input, context())).toEqual([]);
  });

  it.each(LISTED_STATUSES)('C26 somebody who is %s goes along, or only when ticked in', (status) => {
    const one = { ...applicant(1), status };
    const asks = ['rejected', 'withdrawn', 'saved'].includes(status);
    expect(plan([one, applicant(2)]).excluded).toEqual(
      asks ? [{ applicationId: one.applicationId, reason: 'asks-first' }] : [],
    );
    const ticked = plan([one], { tickedIn: new Set([one.applicationId]) });
    expect([ticked.included.length, ticked.excluded.length, ticked.problems.length]).toEqual([1, 0, 0]);
  });

  it('G-11 a tag that was deleted while a template used it stops the contract, and is named', () => {
    const { problems } = plan([applicant(1)], {}, context({ ownTags: [] }));
    expect(problems.map(({ code, field, language }) => [code, field, language])).toContainEqual([
      'contract-tag-unknown',
      'bonus',
      'sv',
    ]);
  });

  it('sends no contract but the one that was rendered: what has changed since must be rendered again', () => {
    const selection = [applicant(1)];
    const input = rendered(selection, inputFor(selection), context());
    const renamed = [{ ...applicant(1), person: { ...applicant(1).person, givenName: 'Ny' } }];
    const { included, problems } = employmentContract.plan(renamed, input, context());
    expect(problems.map(({ code }) => code)).toEqual(['contract-not-rendered']);
    expect(included[0]?.changes).toEqual([]);
    expect(included[0]?.messages[0]?.message.attachments).toEqual([]);
  });

  it('C33 writes to nobody in a language that nothing is written in', () => {
    expect(plan([applicant(1), applicant(2, { language: 'nl' })]).excluded).toMatchObject([
      { reason: 'no-template-in-language' },
    ]);
  });
});
