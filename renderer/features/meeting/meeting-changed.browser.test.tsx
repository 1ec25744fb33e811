import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { MINUTE } from '../../../shared/lib/time.js';
import { requestMeeting } from '../../state/meeting-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { EBBA, fill, interviewOf, JONAS, PIA, save, showMeeting, START } from '../../testing/meeting-on-show.js';
import { hidePage } from '../../testing/page-on-show.js';

afterEach(hidePage);

it('R60 whoever comes back into a group while the dialog is open is moved with it, and its places stay', async () => {
  const session = await showMeeting({ people: [EBBA, JONAS, PIA], rights: ['invite', 'send-email'] });
  await page.getByRole('textbox', { name: 'Places' }).fill('3');
  await save();
  await expect.poll(() => interviewOf(session, PIA)?.places).toBe(3);
  requestMeeting([EBBA, JONAS, PIA].map((one) => one.interview));
  await page.getByRole('combobox', { name: 'Answer of Pia' }).click();
  await page.getByRole('option', { name: 'Withdrawn' }).click();
  await save();
  await expect.poll(() => interviewOf(session, PIA)?.cancelled).toBe(true);
  const undo = useUiStore.getState().toast?.undo;
  requestMeeting([EBBA.interview, JONAS.interview]);
  await fill('Place', 'Rum 9');
  await undo?.();
  await expect.element(page.getByText(/Somebody changed this meanwhile/)).toBeInTheDocument();
  await expect.element(page.getByRole('textbox', { name: 'Places' })).toBeInTheDocument();
  await save();
  await expect.poll(() => useUiStore.getState().toast?.text).toMatch(/^Somebody changed this meanwhile/);
  await expect.element(page.getByRole('textbox', { name: 'Place', exact: true })).toHaveValue('Rum 9');
  expect(interviewOf(session)).toMatchObject({ startsAt: START, place: 'Room 4' });
  await fill('Place', 'Room 4'); // nothing is typed any more
  await expect.element(page.getByRole('combobox', { name: 'Answer of Pia' })).toBeInTheDocument();
  await fill('Time', '10:30');
  await save();
  const there = { startsAt: START + 90 * MINUTE, places: 3 };
  await expect
    .poll(() => [EBBA, JONAS, PIA].map((one) => interviewOf(session, one)))
    .toMatchObject([there, there, there]);
});
