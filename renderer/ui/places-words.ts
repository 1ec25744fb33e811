import type { TFunction } from 'i18next';
import type { GroupPlaces } from '../../shared/domain/group-places.js';

/**
 * `3 of 5 places taken`; without a number of places, how many are in it. Where more names stand below, as somebody of the
 * invited declined, it says of how many.
 */
export function placesWords(t: TFunction, { places, taken }: GroupPlaces, invited = taken): string {
  if (places !== null) return t('interview.placesTaken', { taken, places });
  return invited > taken ? t('interview.peopleOf', { taken, invited }) : t('interview.peopleIn', { count: taken });
}
