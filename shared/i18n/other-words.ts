import type { FixedActionId } from '../domain/progress-action.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Language } from '../records/primitives.js';

interface OtherWords {
  readonly actions: Readonly<Partial<Record<FixedActionId, string>>>;
  readonly statuses: Readonly<Partial<Record<ApplicationStatus, string>>>;
}

/** C7, C9: how EasyCruit's other pages call an action or a status. Never shown as its name; whoever types one finds it. */
export const OTHER_WORDS: Readonly<Record<Language, OtherWords>> = {
  en: {
    actions: { save: 'Transfer to CV Database', 'panel-review': 'Collaborative rating' },
    statuses: {},
  },
  sv: {
    actions: {
      save: 'Överför till CV-databasen',
      'send-offer': 'Skicka jobberbjudande',
      'panel-review': 'Gemensam rangordning',
    },
    statuses: { offered: 'Har fått jobberbjudande', rejected: 'Avslag' },
  },
  da: {
    actions: {
      withdraw: 'Trukket tilbage',
      save: 'Overfør til CV-databasen',
      'send-offer': 'Modtaget jobtilbud',
      'panel-review': 'Fællesrangering',
    },
    statuses: { withdrawn: 'Trukket tilbage' },
  },
  nl: {
    actions: { save: 'Archiveer overige kandidaten', 'panel-review': 'Groepsbeoordeling' },
    statuses: {},
  },
  nb: {
    actions: { save: 'Overfør ikke-ansatte til base', 'panel-review': 'Samarbeidsrangering' },
    statuses: { rejected: 'Avslag' },
  },
};
