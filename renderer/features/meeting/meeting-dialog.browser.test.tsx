import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { instantAt, MINUTE } from '../../../shared/lib/time.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { chooseAction } from '../../state/application-lists.js';
import { requestMeeting, useMeetingRequestStore } from '../../state/meeting-request.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { useUiStore } from '../../state/ui-store.js';
import {
  bookedMeeting as booked,
  EBBA,
  fill,
  interviewOf,
  JONAS,
  save,
  showMeeting as show,
  START,
  ZONE,
} from '../../testing/meeting-on-show.js';
import { hidePage } from '../../testing/page-on-show.js';

afterEach(async () => {
  await hidePage();
  closeProgress();
  chooseAction(null);
});

it('C31 says how long an interview is now, in which year, and who must hear of it by phone', async () => {
  const session = await show();
  await fill('Duration, minutes', '75');
  await expect.element(page.getByText('1 applicant must be told by phone.')).toBeInTheDocument();
  await save();
  await expect.poll(() => interviewOf(session)?.minutes).toBe(75);
  const said = () => useUiStore.getState().toast?.text;
  await expect
    .poll(said)
    .toMatch(/^Ebba: now 2 Jun 2099, 09:00, 1 hour and 15 minutes\. 1 applicant must be told by phone\.$/);
});

it('C31 is not moved into the past, and may be longer where it stands in the past', async () => {
  const began = instantAt(ZONE, '2026-11-16', '09:00');
  const session = await show({ startsAt: began });
  await fill('Date', '2026-11-17');
  await save();
  await expect.element(page.getByRole('textbox', { name: 'Date' })).toHaveAccessibleDescription(/This time is past\./);
  expect(interviewOf(session)?.startsAt).toBe(began);
  await fill('Date', '2026-11-16');
  await fill('Duration, minutes', '75');
  await save();
  await expect.poll(() => interviewOf(session)?.minutes).toBe(75);
  expect(interviewOf(session)?.startsAt).toBe(began);
});

it('C19 whoever may not invite reads when it is, enters an answer, and can neither move nor cancel it', async () => {
  const session = await show({ rights: ['no-other-applications'] });
  await expect.element(page.getByText('2 Jun, 09:00')).toBeInTheDocument();
  expect(page.getByRole('button', { name: 'Cancel the interview' }).elements()).toHaveLength(0);
  expect(page.getByRole('textbox', { name: 'Date' }).elements()).toHaveLength(0);
  await page.getByRole('combobox', { name: 'Answer of Ebba' }).click();
  await page.getByRole('option', { name: 'Accepted', exact: true }).click();
  await save();
  await expect.poll(() => useMeetingRequestStore.getState().request).toBeNull();
  expect(interviewOf(session)?.startsAt).toBe(START);
});

it('R60, R62 the place, the kind and the recruiters of everybody in a meeting are changed together', async () => {
  const session = await show({ people: [EBBA, JONAS], rights: ['invite', 'administer'] });
  await fill('Place', 'Rum 7');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Group interview' }).click();
  await save();
  for (const one of [EBBA, JONAS]) {
    await expect.poll(() => interviewOf(session, one)).toMatchObject({ place: 'Rum 7', kind: 'group', sequence: 1 });
  }
});

it('R3, R101 Further progress runs for those in the meeting who are ticked', async () => {
  chooseAction('invite-to-interview');
  await show({ people: [EBBA, JONAS], rights: ['invite', 'send-email'] });
  // What a list did last was for others: nothing is chosen, and *Execute* asks what.
  await page.getByRole('button', { name: 'Execute' }).click();
  expect(useProgressRequestStore.getState().request).toBeNull();
  await page.getByRole('menuitemradio', { name: 'Send email' }).click();
  await page.getByRole('checkbox', { name: 'Tick Jonas' }).click();
  await page.getByRole('button', { name: 'Execute' }).click();
  expect(useMeetingRequestStore.getState().request).toBeNull();
  expect(useProgressRequestStore.getState().request).toMatchObject({
    action: 'send-email',
    applicationIds: [EBBA.application],
  });
});

it('a double booking is named and saved only when it is confirmed; another one is asked for again', async () => {
  const later = { startsAt: START + 60 * MINUTE, meetingId: testId(402) };
  const session = await show({ more: booked(JONAS, later) });
  await fill('Time', '10:15');
  await expect.element(page.getByText('At the same time: Jonas, 10:00 (Maja)')).toBeInTheDocument();
  await save();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/two places at once/);
  await expect.element(page.getByRole('checkbox', { name: 'Book it all the same' })).toHaveFocus();
  expect(interviewOf(session)?.startsAt).toBe(START);
  await page.getByRole('checkbox', { name: 'Book it all the same' }).click();
  await save();
  await expect.poll(() => interviewOf(session)?.startsAt).toBe(START + 75 * MINUTE);
});

it('R60 a group is given places; fewer than there are people is refused with their number, and undo takes it back', async () => {
  const session = await show({ people: [EBBA, JONAS], rights: ['invite', 'send-email'] });
  const places = page.getByRole('textbox', { name: 'Places' });
  await places.fill('1');
  await expect.element(page.getByText(/2 people have a place in it/)).toBeInTheDocument();
  await save();
  expect(interviewOf(session)?.places).toBeNull();
  await page.getByRole('combobox', { name: 'Answer of Jonas' }).click();
  await page.getByRole('option', { name: 'Not accepted' }).click();
  await expect.element(page.getByText('1 of 1 places taken')).toBeInTheDocument();
  await places.fill('2');
  await save();
  await expect.poll(() => [EBBA, JONAS].map((one) => interviewOf(session, one)?.places)).toEqual([2, 2]);
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(() => [EBBA, JONAS].map((one) => interviewOf(session, one)?.places)).toEqual([null, null]);
});

it('R60 whoever is moved out of a group takes none of its places along', async () => {
  const session = await show({ people: [EBBA, JONAS] });
  await page.getByRole('textbox', { name: 'Places' }).fill('8');
  await save();
  await expect.poll(() => interviewOf(session)?.places).toBe(8);
  requestMeeting([EBBA.interview]);
  await fill('Time', '10:30');
  await save();
  await expect.poll(() => [EBBA, JONAS].map((one) => interviewOf(session, one)?.places)).toEqual([null, 8]);
});

it('R60 somebody else is invited to a group; opened for one of it, it is not for that one to change', async () => {
  const session = await show({ people: [EBBA, JONAS], rights: ['invite', 'send-email'] });
  await page.getByRole('combobox', { name: 'Invite somebody to this group' }).fill('jonas');
  await page.getByRole('option', { name: /^Jonas/ }).click();
  expect(useMeetingRequestStore.getState().request).toBeNull();
  expect(useProgressRequestStore.getState().request).toMatchObject({
    action: 'invite-to-interview',
    slot: { date: '2099-06-02', time: '09:00', joins: { type: 'first', arrangement: 'together' } },
  });
  closeProgress();
  requestMeeting([EBBA.interview]);
  await expect.element(page.getByRole('textbox', { name: 'Date' })).toBeInTheDocument();
  expect(page.getByRole('textbox', { name: 'Places' }).elements()).toHaveLength(0);
  expect(interviewOf(session)?.places).toBeNull();
});

it('R60 what is entered is not thrown away: the ways out of the dialog wait until it is saved', async () => {
  const session = await show({ people: [EBBA, JONAS], rights: ['invite', 'send-email'] });
  const invite = page.getByRole('combobox', { name: 'Invite somebody to this group' });
  const execute = page.getByRole('button', { name: 'Execute' });
  const places = page.getByRole('textbox', { name: 'Places' });
  await places.fill('2');
  await expect.element(invite).not.toBeInTheDocument(); // full as it would be saved
  await expect.element(execute).toBeDisabled();
  await expect.element(page.getByRole('link', { name: 'Ebba', exact: true })).not.toBeInTheDocument();
  await places.fill('4');
  await expect.element(invite).toBeDisabled();
  await expect.element(invite).toHaveAccessibleDescription('Save the changes first.');
  await places.fill('');
  await expect.element(invite).toBeEnabled();
  await expect.element(execute).toBeEnabled();
  await expect.element(page.getByRole('link', { name: 'Ebba', exact: true })).toBeInTheDocument();
  await fill('Time', '09:30');
  await expect.element(execute).toBeDisabled();
  await expect.element(execute).toHaveAccessibleDescription('Save the changes first.');
  expect(interviewOf(session)?.startsAt).toBe(START);
});

it('R60 places that were entered and are not shown any more are not saved, nor in the way', async () => {
  const session = await show();
  const kind = async (name: string) => {
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name }).click();
  };
  for (const typed of ['5', '501']) {
    await kind('Group interview');
    await page.getByRole('textbox', { name: 'Places' }).fill(typed);
    await kind('Face-to-face');
  }
  await save();
  await expect.poll(() => interviewOf(session)?.kind).toBe('in-person');
  expect(interviewOf(session)?.places).toBeNull();
});

it('R75, R76, R82 the reminder is added after booking, changed in its own words, taken back, and taken away', async () => {
  const session = await show();
  const reminders = () =>
    [...session.roster.current().messages.values()]
      .filter(({ purpose }) => purpose === 'reminder')
      .map(({ state, subject, holdUntil }) => `${state} ${subject} ${new Date(holdUntil).toISOString().slice(0, 10)}`);
  const dialog = page.getByRole('dialog', { name: 'Change reminder' });
  const section = dialog.getByRole('region', { name: 'Reminder' });
  const open = () => page.getByRole('button', { name: 'Change reminder' }).click();
  const choose = async (field: string, option: string) => {
    await section.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const done = () => dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(page.getByText('No reminder')).toBeInTheDocument();
  await open();
  await choose('Reminder', 'Send email reminder');
  await choose('When', '5 days before');
  await dialog.getByRole('button', { name: 'Text of the reminder' }).click();
  await section.getByRole('textbox', { name: 'Subject' }).fill('Soon, {given-name}');
  await done();
  await expect.poll(reminders).toEqual(['held Soon, Ebba 2099-05-28']);
  await expect.element(page.getByText(/Send email reminder, leaves 28 May/)).toBeInTheDocument();

  await open();
  await expect.element(section.getByRole('combobox', { name: 'When' })).toHaveValue('5 days before');
  await choose('When', '2 days before');
  await done();
  await expect.poll(reminders).toEqual(['cancelled Soon, Ebba 2099-05-28', 'held Soon, Ebba 2099-05-31']);
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(reminders).toEqual(['held Soon, Ebba 2099-05-28', 'cancelled Soon, Ebba 2099-05-31']);

  await open();
  await choose('Reminder', 'No reminder');
  await done();
  await expect.poll(() => reminders().every((one) => one.startsWith('cancelled'))).toBe(true);
  await expect.element(page.getByText('No reminder')).toBeInTheDocument();
});

it('R104, G-16: tests lead to the test results of whoever is in the meeting', async () => {
  await show();
  const tests = page.getByRole('link', { name: 'Tests of Ebba' });
  await expect.element(tests).toHaveTextContent('Tests');
  await expect.element(tests).toHaveAttribute('href', expect.stringMatching(/\/applications\/[0-9a-f]{32}$/));
});
