import { LANGUAGES } from '../shared/records/primitives.js';
import { expect, test } from './support/test.js';
import { Recruiter } from './support/recruiter.js';
import { startSmtpServer } from './support/smtp-server.js';

const VACANCY = 'Trainee power systems';
const PEOPLE = [
  { givenName: 'Sanna', familyName: 'Sjöberg', email: 'sanna@example.com', language: 'sv' },
  { givenName: 'Dagny', familyName: 'Dahl', email: 'dagny@example.com', language: 'da' },
  { givenName: 'Nienke', familyName: 'van Dijk', email: 'nienke@example.com', language: 'nl' },
] as const;

for (const language of LANGUAGES) {
  test(`a fair day in a screen in ${language}`, async ({ desk }) => {
    test.setTimeout(300_000);
    const smtp = await startSmtpServer();
    const recruiter = new Recruiter(desk.page, language);
    await recruiter.startWorking();
    await recruiter.addVacancy(VACANCY);
    await recruiter.setMailAccount(smtp);
    await recruiter.holdMessagesFor(0);
    await recruiter.goTo('shell.capture');
    for (const met of PEOPLE) await recruiter.capture({ ...met, vacancy: VACANCY });
    await recruiter.openVacancy(VACANCY);
    expect(smtp.connections).toBe(0);
    await smtp.stop();
  });
}
