import { useTranslation } from 'react-i18next';
import { placesLeft } from '../../../shared/domain/group-places.js';
import type { FreeSlot } from '../../../shared/domain/slots.js';
import { MINUTE, wallTimeIn } from '../../../shared/lib/time.js';
import { slotOfGroup, type GroupEntry } from '../../data/roster/groups.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import type { ChosenSlot } from '../../state/slot-request.js';
import { useFormats } from '../../ui/formats.js';
import type { Bookable } from './book-slot-dialog.js';

/** What was chosen on the board: a free slot, or a group that has places left. */
export type Chosen =
  { readonly kind: 'free'; readonly slot: FreeSlot } | { readonly kind: 'group'; readonly entry: GroupEntry };

/** The same in words, and as the invitation asks for it. */
export function useBookable(minutes: number): (chosen: Chosen) => Bookable {
  const { t } = useTranslation();
  const formats = useFormats();
  const recruiters = useRoster(recruitersOf);
  const times = (startsAt: number, length: number): string =>
    `${formats.dateTime(startsAt)}–${formats.time(startsAt + length * MINUTE)}`;
  return (chosen) => {
    if (chosen.kind === 'group') {
      const { entry } = chosen;
      const left = placesLeft(entry.group);
      return {
        title: t('interview.join'),
        times: times(entry.startsAt, entry.minutes),
        of: left === null ? t('interview.peopleIn', { count: entry.group.taken }) : t('interview.placesLeft', { left }),
        slot: slotOfGroup(entry, formats.zone),
      };
    }
    const { startsAt, resource } = chosen.slot;
    const of = resource.kind === 'room' ? resource.name : (recruiters.get(resource.id)?.name ?? '');
    return {
      title: t('slots.book'),
      times: times(startsAt, minutes),
      of,
      slot: slotOf(chosen.slot, minutes, formats.zone),
    };
  };
}

/** The recruiter, or the room as the place. */
function slotOf({ resource, startsAt }: FreeSlot, minutes: number, zone: string): ChosenSlot {
  const when = { ...wallTimeIn(zone, startsAt), minutes };
  return resource.kind === 'room' ? { ...when, place: resource.name } : { ...when, recruiterIds: [resource.id] };
}

function recruitersOf({ recruiters }: Roster) {
  return recruiters;
}
