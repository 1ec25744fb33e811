import { useState } from 'react';
import type { Change } from '../../../shared/changes/change-set.js';
import { ADDRESS_LINES, addressLines, cleanAddress, noteAddress } from '../../../shared/domain/postal-address.js';
import { PersonIdSchema, RecruiterIdSchema } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';

/** Where letters go, while it is typed. */
export interface AddressField {
  readonly typed: string;
  /** It was to be saved with more lines than an envelope holds. */
  readonly tooLong: boolean;
  readonly change: (typed: string) => void;
  /** Whether it can be saved. */
  readonly check: () => boolean;
  /** None where it is what the form was opened with, whatever was noted since. */
  readonly changes: (session: Session, personId: string) => readonly Change[];
}

export function useAddressField(address: string): AddressField {
  const [seen] = useState(address);
  const [typed, setTyped] = useState(seen);
  const [tooLong, setTooLong] = useState(false);
  return {
    typed,
    tooLong,
    change(next) {
      setTyped(next);
      setTooLong(false);
    },
    check() {
      const isLong = addressLines(typed).length > ADDRESS_LINES;
      setTooLong(isLong);
      return !isLong;
    },
    changes(session, personId) {
      const clean = cleanAddress(typed);
      if (clean === seen) return [];
      const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
      return [noteAddress(PersonIdSchema.parse(personId), clean, { id: session.newId(), at: session.now(), by })];
    },
  };
}
