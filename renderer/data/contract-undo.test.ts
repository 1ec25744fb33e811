import { describe, expect, it } from 'vitest';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { plainToRichText } from '../../shared/domain/plain-to-rich-text.js';
import {
  contractsToRender,
  employmentContract,
  type EmploymentContractInput,
} from '../../shared/domain/progress-actions/employment-contract.js';
import type { MessageEvent } from '../../shared/records/message.js';
import type { FileId, MessageId } from '../../shared/records/primitives.js';
import { testId } from '../../shared/testing/change-builders.js';
import { applicant, planContext } from '../../shared/testing/plan-builders.js';
import type { Saved } from './commit.js';
import type { Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import { APPLICATION, BASICS, EBBA, first, nameOfDatabase, open, save, unwrap, VACANCY } from './testing/suite-desk.js';

const FILE = testId<FileId>(700);
const ONE = { ...applicant(1, { id: EBBA }), applicationId: APPLICATION, vacancyId: VACANCY };

/** A contract that was sent: what the plan of the action writes, and nothing else. */
async function sendContract(session: Session): Promise<{ readonly saved: Saved; readonly mail: MessageId }> {
  const context = planContext({ newId: () => session.newId() });
  const terms = { position: 'Trainee', department: '', startDate: '2027-02-01', salary: '', own: {} };
  const input: EmploymentContractInput = {
    ...{ from: { name: 'Eva', address: 'eva@example.com' }, unticked: new Set(), tickedIn: new Set() },
    texts: { sv: { subject: 'Avtal', contents: plainToRichText('Hej') } },
    rows: { [APPLICATION]: { terms, template: null } },
    rendered: {},
  };
  const [made] = contractsToRender([ONE], input, context);
  if (made === undefined) throw new Error('nothing to render');
  const file = { fileId: FILE, name: 'Avtal.pdf', mediaType: 'application/pdf', size: 9 } as const;
  const { document } = made;
  const plan = employmentContract.plan([ONE], { ...input, rendered: { [APPLICATION]: { document, file } } }, context);
  const [mail] = plan.included[0]?.messages ?? [];
  if (mail === undefined) throw new Error('no mail was planned');
  const changes = plan.included.flatMap((one) => one.changes);
  return { saved: await save(session, changes, 'employment-contract'), mail: mail.id };
}

async function deliver(session: Session, mail: MessageId, ...states: readonly MessageEvent['state'][]): Promise<void> {
  for (const state of states) {
    const event = deliveryEvent({ id: session.newId(), at: 2_000_000, by: null, state, attempt: 1 });
    await save(session, [{ kind: 'event', table: 'message', id: mail, dossier: EBBA, event }], 'deliver');
  }
}

async function kept(session: Session) {
  const dossier = await first(session.dossier(EBBA));
  return {
    documents: dossier?.documents.map(({ fields }) => [fields.kind, fields.fileId]),
    states: [...session.roster.current().messages.values()].map(({ state }) => state),
    agreed: session.roster.current().applications.get(APPLICATION)?.employment?.position ?? null,
  };
}

describe('undo of an employment contract', () => {
  it('C24 C30 takes back a contract that still waits: mail, document and what was agreed', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, BASICS);
    const { saved } = await sendContract(session);
    expect(await kept(session)).toEqual({ documents: [['contract', FILE]], states: ['held'], agreed: 'Trainee' });
    expect(unwrap(await session.undo(saved)).kept).toEqual([]);
    expect(await kept(session)).toEqual({ documents: [], states: ['cancelled'], agreed: null });
    await session.close();
  });

  it.each([['sent'], ['uncertain'], ['sending']] as const)(
    'C24 C30 keeps the document of a mail that is %s, after a restart too, and says what stays',
    async (state) => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      const { saved, mail } = await sendContract(session);
      await deliver(session, mail, 'sending', ...(state === 'sending' ? [] : [state]));
      const answer = unwrap(await session.undo(saved));
      expect(answer.kept.map(({ change, reason }) => [change.table, reason])).toEqual([
        ['message', 'already-left'],
        ['document', 'already-left'],
      ]);
      const stays = { documents: [['contract', FILE]], states: [state], agreed: null };
      expect(await kept(session)).toEqual(stays);
      await session.close();
      const again = await open(host, name);
      expect(await kept(again)).toEqual(stays);
      await again.close();
    },
  );
});
