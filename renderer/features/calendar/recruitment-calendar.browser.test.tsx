import { MantineProvider } from '@mantine/core';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { instantAt } from '../../../shared/lib/time.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { AppointmentEntry } from '../../data/roster/calendar-entries.js';
import { FormatsProvider } from '../../ui/formats.js';
import { recruiterColumns } from './day-columns.js';
import { RecruitmentCalendar } from './recruitment-calendar.js';
import type { WallSlot } from './wall-slot.js';

const ZONE = 'Europe/Oslo';
const DATE = '2026-11-18';
const HOUR = 72;
const MAJA = { id: testId<RecruiterId>(30), name: 'Maja' };
const JONAS = { id: testId<RecruiterId>(31), name: 'Jonas' };
const ENTRY: AppointmentEntry = {
  kind: 'appointment',
  id: 'one',
  activity: 'appointment',
  appointmentId: testId(1),
  title: 'Build the stand',
  people: [],
  startsAt: instantAt(ZONE, DATE, '09:00'),
  minutes: 60,
  place: 'Hall B',
  recruiterIds: [MAJA.id],
  vacancyTitle: 'Trainee',
};

let root: Root | null = null;

afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

/** A day of two recruiters; answers what was asked of it. */
async function showDay(): Promise<{ readonly moves: WallSlot[]; readonly picks: WallSlot[] }> {
  await page.viewport(1100, 800); // what lies outside the window cannot be pointed at
  const asked = { moves: [] as WallSlot[], picks: [] as WallSlot[] };
  const element = document.createElement('div');
  element.style.cssText = 'display:flex;flex-direction:column;height:700px;width:1000px';
  document.body.append(element);
  root = createRoot(element);
  const nothing = (): void => undefined;
  const recruiters = [MAJA, JONAS];
  root.render(
    <MantineProvider env="test">
      <I18nextProvider i18n={createTranslator('en')}>
        <FormatsProvider language="en" zone={ZONE}>
          <RecruitmentCalendar
            view="day"
            date={DATE}
            entries={[ENTRY]}
            columns={recruiterColumns(recruiters, [], [ENTRY])}
            recruiters={new Map(recruiters.map((one) => [one.id, one]))}
            fairDays={new Map()}
            minute={instantAt(ZONE, DATE, '08:00')}
            mayMoveInterviews
            onOpenDay={nothing}
            onOpenEntry={nothing}
            onOpenPerson={nothing}
            onMove={(_, to) => asked.moves.push(to)}
            draggedIn={null}
            onDropIn={nothing}
            onPickSlot={(slot) => asked.picks.push(slot)}
            onPickDay={() => undefined}
          />
        </FormatsProvider>
      </I18nextProvider>
    </MantineProvider>,
  );
  await expect.element(page.getByRole('button', { name: /Build the stand/ })).toBeInTheDocument();
  await atRest();
  return asked;
}

/** The calendar has scrolled to its first hour: what is measured stays where it is. */
async function atRest(): Promise<void> {
  let [before, now] = [Number.NaN, Number.NaN];
  do {
    before = now;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    now = find('.rbc-day-slot .rbc-event').getBoundingClientRect().top;
  } while (now !== before);
}

/** Marks some hours by the mouse, in steps. */
async function mark(x: number, from: number, to: number): Promise<void> {
  const send = async (type: string, y: number): Promise<void> => {
    const target = document.elementFromPoint(x, y) ?? document.body;
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX: x, clientY: y, view: window }),
    );
    await new Promise(requestAnimationFrame);
  };
  await send('mousedown', from);
  for (const share of [0.1, 0.6, 1]) await send('mousemove', from + (to - from) * share);
  await send('mouseup', to);
}

function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`there is no ${selector}`);
  return element;
}

/** Drags the entry by a point of it, `down` from its top, to that many pixels lower in another column or its own. */
async function dragEntry(down: number, column: string, by: number): Promise<void> {
  const [entry, target] = [find('.rbc-day-slot .rbc-event'), find(column)];
  const [box, into] = [entry.getBoundingClientRect(), target.getBoundingClientRect()];
  await userEvent.dragAndDrop(entry, target, {
    sourcePosition: { x: box.width / 2, y: down },
    targetPosition: { x: into.width / 2, y: box.top + down + by - into.top },
  });
}

/** Pixels beyond the line, so that the quarter that is pointed at is the one meant. */
const INTO_QUARTER = 9;
const MAJAS = '.rbc-day-slot:nth-of-type(2)';
const JONAS_S = '.rbc-day-slot:nth-of-type(3)';

it('R93 an entry of a day in columns is dragged to another recruiter and another hour', async () => {
  const { moves } = await showDay();
  await dragEntry(12, JONAS_S, HOUR + INTO_QUARTER / 2);
  expect(moves).toEqual([{ date: DATE, time: '10:00', minutes: 60, recruiterIds: [JONAS.id] }]);
});

it('R93 its lower edge makes it longer, where it stands', async () => {
  const { moves } = await showDay();
  await dragEntry(find('.rbc-day-slot .rbc-event').getBoundingClientRect().height - 3, MAJAS, HOUR / 2 + INTO_QUARTER);
  expect(moves).toEqual([{ date: DATE, time: '09:00', minutes: 90 }]);
});

it('C35 what is marked in a column becomes that recruiter’s, and the columns are groups that bear the names', async () => {
  const { picks } = await showDay();
  const { top } = find('.rbc-day-slot .rbc-event').getBoundingClientRect();
  const { left, right } = find(JONAS_S).getBoundingClientRect();
  await mark((left + right) / 2, top + 4, top + HOUR - 6);
  expect(picks).toEqual([{ date: DATE, time: '09:00', minutes: 60, recruiterIds: [JONAS.id] }]);
  const maja = page.getByRole('group', { name: 'Maja' });
  await expect.element(maja.getByRole('button', { name: /Build the stand.*Trainee · Hall B/ })).toBeInTheDocument();
  await expect.element(page.getByRole('group', { name: 'Jonas' }).getByRole('button')).not.toBeInTheDocument();
});

it('R93 the names stand above their columns', async () => {
  await showDay();
  const lefts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => Math.round(element.getBoundingClientRect().left));
  expect(lefts('.rbc-day-slot')).toHaveLength(2);
  expect(lefts('.rbc-time-header-content')).toEqual(lefts('.rbc-day-slot'));
});
