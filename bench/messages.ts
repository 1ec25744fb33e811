import type { CreateChange } from '../shared/changes/change-set.js';
import type { PersonRow } from '../renderer/data/roster/rows.js';

/** As long as a real mail with the shipped layout: see `measuredHtml` of the bench. */
const HTML = `<html><body>${'<p>Thank you for talking to us at the fair.</p>'.repeat(90)}</body></html>`;

export function messageCreate(id: string, person: PersonRow, device: string): CreateChange {
  const fields = {
    channel: 'email',
    purpose: 'ad-hoc',
    interviewId: null,
    calendar: null,
    attachments: [],
    personId: person.id,
    applicationId: null,
    vacancyId: null,
    language: person.language,
    from: { name: 'Fjordkraft', address: 'jobs@example.com' },
    to: { name: `${person.givenName} ${person.familyName}`, address: person.email },
    subject: 'Thank you for the talk',
    text: 'Thank you for talking to us at the fair.',
    html: HTML,
    messageId: `<${id}@example.com>`,
    queuedAt: 1_790_000_000_000,
    holdUntil: 4_000_000_000_000,
    deliverBy: device,
  };
  return { kind: 'create', table: 'message', id, dossier: person.id, fields };
}
