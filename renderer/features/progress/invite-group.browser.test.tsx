import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { instantAt } from '../../../shared/lib/time.js';
import type { Interview } from '../../../shared/records/interview.js';
import { applicationCreate, personCreate, testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { interview, openInvitation, PER } from './testing/open-invitation.js';
import { applicationId, personId, VACANCY } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByRole('textbox', { name });
const interviews = (session: Session) => [...session.roster.current().interviews.values()];

/** Somebody who is in a group already. */
function inGroup(n: number, change: Partial<Interview>) {
  return [
    personCreate(personId(n), { givenName: `Guest${n.toString()}` }),
    applicationCreate(applicationId(n), { personId: personId(n), vacancyId: VACANCY }),
    interview(n, { meetingId: testId(500 + n), ...change }),
  ];
}

it('R60 more than there are places is refused with the number; unticked, the others are invited', async () => {
  const session = await openInvitation(['en', 'en', 'en']);
  await field('Date').fill('2099-06-02');
  await field('Time').fill('09:00');
  await field('Place').fill('Stand 12');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Group interview' }).click();
  await expect.element(page.getByRole('radio', { name: 'Together' })).toBeChecked();
  await field('Places').fill('2');
  await expect.element(page.getByText('1 person has no place: the group has only 2 places.')).toBeInTheDocument();
  await button(/^Next/).click();
  await button('Check the plan').click();
  await expect
    .element(page.getByText(/1 person has no place: the group has only 2 places\. Untick them/))
    .toBeInTheDocument();
  await expect.element(button(/^Invite 3 applicants/)).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Include Person2 Norrlander' }).click();
  await button('Invite 2 applicants').click();
  await expect
    .poll(() => interviews(session).map(({ places, kind }) => [places, kind]))
    .toEqual([
      [2, 'group'],
      [2, 'group'],
    ]);
});

it('R60 a group is joined as it stands; a full one is seen and cannot be chosen', async () => {
  const startsAt = instantAt('Europe/Oslo', '2099-06-02', '09:00');
  const group = { kind: 'group', startsAt, place: 'Rum 4', type: 'second', minutes: 45 } as const;
  const full = { ...group, startsAt: startsAt + 3_600_000, places: 1 };
  const session = await openInvitation(['en'], [...inGroup(7, { ...group, places: 3 }), ...inGroup(8, full)]);
  await page.getByRole('combobox', { name: 'Join a group' }).click();
  await expect.element(page.getByRole('option', { name: /10:00 · full/ })).toHaveAttribute('data-combobox-disabled');
  await page.getByRole('option', { name: /09:00 · 2 places left · Rum 4 · Per/ }).click();
  await expect.element(page.getByText('1 of 3 places taken')).toBeInTheDocument();
  expect(field('Date').elements()).toHaveLength(0);
  await button(/^Next/).click();
  await button('Check the plan').click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent(/Second interview · .* · Rum 4 · Joins a group/);
  await button('Invite 1 applicant').click();
  await expect.element(page.getByRole('heading', { name: /1 interview is in the calendar/ })).toBeInTheDocument();
  const joined = () => interviews(session).filter(({ meetingId }) => meetingId === testId(507));
  await expect.poll(() => joined().map((one) => one.applicationId)).toEqual([applicationId(7), applicationId(0)]);
  expect(joined()[1]).toMatchObject({ ...group, places: 3, recruiterIds: [PER], accTime: 'awaiting' });
});

it('R60 of a group that is joined it names the places that are left, and not how many it has', async () => {
  const startsAt = instantAt('Europe/Oslo', '2099-06-02', '09:00');
  const group = { kind: 'group', startsAt, place: 'Rum 4', type: 'second', minutes: 45, places: 2 } as const;
  await openInvitation(['en', 'en'], inGroup(7, group));
  await page.getByRole('combobox', { name: 'Join a group' }).click();
  await page.getByRole('option', { name: /09:00 · 1 place left/ }).click();
  const words = '1 person has no place: the group has only 1 place left.';
  await expect.element(page.getByText(words)).toBeInTheDocument();
  await button(/^Next/).click();
  await button('Check the plan').click();
  await expect.element(page.getByText(`${words} Untick them`, { exact: false })).toBeInTheDocument();
});
