import { describe, expect, it } from 'vitest';
import { PROGRESS_ACTIONS } from '../domain/progress-action.js';
import { LANGUAGES, type Language } from '../records/primitives.js';
import { catalogues } from './catalogues/index.js';
import { OTHER_WORDS } from './other-words.js';

/** T1 of the requirements, in its order: EasyCruit's own words for the fourteen actions. */
const T1 = {
  en: [
    'Withdrawn',
    'Delete',
    'Send email',
    'Invite to interview',
    'Rejection',
    'Save application',
    'Save and send User Name & Password',
    'Forward to email',
    'Transfer',
    'Send job offer',
    'Hire',
    'Employment contract',
    'Send letter',
    'Send for panel review',
  ],
  sv: [
    'Dragit sig ur',
    'Radera',
    'Skicka e-post',
    'Inkalla till intervju/informationsmöte',
    'Avslag',
    'Spara kandidat',
    'Spara och skicka användarnamn/lösenord',
    'Vidarebefordra till e-postadress',
    'Överför',
    'Skicka anställningsförfrågan',
    'Anställning',
    'Anställningskontrakt',
    'Skicka vanligt brev',
    'Skicka till granskningspanel',
  ],
  da: [
    'Trukket sig',
    'Slet',
    'Send e-mail',
    'Indkald til samtale',
    'Send Afslag', // C9: the seed wins
    'Gem ansøgning',
    'Gem og send B/P',
    'Videresend til anden e-mail',
    'Overførsel',
    'Send jobtilbud',
    'Ansættelse',
    'Ansættelseskontrakt',
    'Send alm. brev',
    'Send til panelevaluering',
  ],
  nl: [
    'Teruggetrokken',
    'Verwijderen',
    'E-mail verzenden',
    'Uitnodigen voor interview',
    'Afwijzen',
    'Opslaan',
    'Opslaan & inloggegevens verzenden',
    'Cv forwarden naar e-mail',
    'Verplaatsen',
    'Aanbod versturen',
    'Aannemen',
    'Arbeidsovereenkomst opmaken & verzenden',
    'Brief verzenden',
    'Versturen voor groepsbeoordeling',
  ],
  nb: [
    'Trukket seg',
    'Slett',
    'Send e-post',
    'Inviter til intervju',
    'Avslag',
    'Lagre kandidat',
    'Lagre og send B/P',
    'Videresende til e-post',
    'Flytte til annet prosjekt',
    'Send jobbtilbud',
    'Ansette',
    'Lag arbeidskontrakt',
    'Send brevpost',
    'Send til rangering',
  ],
} as const;

/** T7 and T4: the page, its columns, its filter, and the answers. */
const T4 = {
  en: [
    'Recruitment calendar',
    'Activity',
    'Acc. time',
    'Select Activity',
    'Accepted',
    'Not accepted',
    'Contact for new date/time',
    'Awaiting Response',
  ],
  sv: [
    'Rekryteringskalender',
    'Aktivitet',
    'Acc. tid',
    'Välj aktivitet',
    'Accepterat', // the seed wins
    'Ej accepterat',
    'Kontakta för ny tidpunkt',
    'Väntar på svar',
  ],
  da: [
    'Rekrutteringskalender',
    'Aktivitet',
    'Acc. tid',
    'Vælg aktivitet',
    'Accepteret',
    'Ikke accepteret',
    'Kontakt for nyt tidspkt.',
    'Venter svar',
  ],
  nl: [
    'Interviews',
    'Activiteit',
    'Afspraak bevestigd',
    'Activiteit selecteren',
    'Geaccepteerd',
    'Niet geaccepteerd',
    'Neem contact op voor een nieuwe afspraak',
    'Wacht op antwoord',
  ],
  nb: [
    'Rekrutteringskalender',
    'Aktivitet',
    'Aks. tidspkt.',
    'Velg aktivitet',
    'Akseptert',
    'Ikke akseptert',
    'Kontakt for nytt tidspkt.',
    'Venter svar',
  ],
};

/** T3, T6 and T7, of the pages, tabs, sections, fields and buttons that applicant handling has. */
const T3_T6_T7 = {
  en: 'Application handling|Application and CV|All applications|Overview|Vacancy list|CV database|Deleted applications|Employees|Reports|Pending applications|Ranking|Processed applications|Saved applications|Recruitment Activities List|Documents/Notes|Rejection type|Reason|Job offer sent|Withhold personal information|Do not include attachments/CV|Restore|Delete permanently|Delete candidate…|Copy this data (do not move)|Select vacancy|Select time period|Do not allow rating|Do not allow comments|Pending',
  sv: 'Sökandehantering|Ansökan och CV|Alla ansökningar|Översikt|Rekryteringsöversikt|CV-databasen|Raderade ansökningar|Medarbetare|Rapporter|Avvaktande ansökningar|Rangordning|Genomförda ansökningar|Sparade ansökningar|Processlista|Dokument/Anteckningar|Typ av avslag|Anledning|Skickat anställningsförfrågan|Anonymisera personuppgifter|Skicka inte med bilagor/CV|Återställ|Radera för alltid|Radera kandidat…|Kopiera dessa uppgifter (flytta ej)|Välj rekryteringsprojekt|Visa tidsperiod|Tillåt ej rangordning|Tillåt ej kommentarer|Väntar',
  da: 'Ansøgningshåndtering|Ansøgning og CV|Alle ansøgninger|Oversigt|Rekrutteringsoversigt|CV-databasen|Slettede ansøgninger|Medarbejdere|Rapporter|Afventer svar|Rangering|Behandlede ansøgninger|Gemte ansøgninger|Procesliste|Dokumenter/Noter|Afslagstype|Årsag|Sendt jobtilbud|Anonymiser personlige oplysninger|Send ikke vedhæftet CV med|Gendan|Slet for altid|Slet kandidat…|Kopier disse data (flyt ikke)|Vælg rekrutteringsprojekt|Vælg periode|Tillad ikke evaluering|Tillad ikke kommentarer|Afventer',
  nl: 'Kandidatenoverzicht|Sollicitatie & cv|Alle kandidaten|Overzicht|Vacaturelijst|Cv-database|Verwijderde sollicitaties|Werknemers|Rapportages|Lopende sollicitaties|Klasse|Verwerkte sollicitaties|Opgeslagen|Wervingsacties|Documenten & opmerkingen|Soort afwijzing|Reden|Aanbod verstuurd|Persoonlijke gegevens anoniem maken|Geen bijlagen en/of cv bijvoegen|Herstellen|Definitief verwijderen|Kandidaat verwijderen…|Kopieer de data (niet verplaatsen)|Wervingsproject selecteren|Periode selecteren|Beoordeling niet toestaan|Opmerkingen niet toestaan|In afwachting van reactie',
  nb: 'Søknadshåndtering|Søknad og CV|Alle søknader|Sammendrag|Rekrutteringsoversikt|CV-databasen|Slettede søknader|Medarbeidere|Rapporter|Under behandling|Rangering|Behandlede søknader|Lagrede søknader|Prosessliste|Dokumenter / Notater|Avslagstype|Begrunnelse|Sendt jobbtilbud|Anonymisere personalia|Ikke send med vedlegg/CV|Gjenopprett|Slett for alltid|Slette kandidat…|Kopier denne informasjonen (ikke flytt)|Velg rekrutteringsprosjekt|Velg tidsperiode|Ikke tillat 1–7 rangering|Ikke tillat kommentarer|Avventer',
} as const satisfies Record<Language, string>;

describe('the words on the screen', () => {
  it.each(LANGUAGES)('R2, T1, C7, C9, C12: the fourteen actions bear EasyCruit’s names in %s', (language) => {
    const { actions } = catalogues[language].progress;
    expect(PROGRESS_ACTIONS.map((id) => actions[id].name)).toEqual(T1[language]);
  });

  it.each(LANGUAGES)('C7: another word of EasyCruit’s only finds an action, it names none in %s', (language) => {
    const names = PROGRESS_ACTIONS.map((id) => catalogues[language].progress.actions[id].name.toLowerCase());
    for (const word of Object.values(OTHER_WORDS[language].actions)) expect(names).not.toContain(word.toLowerCase());
    expect(JSON.stringify(catalogues.sv)).not.toMatch(/jobberbjudande/i);
  });

  it('C8: the field of the status has one label in each language', () => {
    const labels = LANGUAGES.map((language) => [language, catalogues[language].dossier.vacancyStatus]);
    expect(Object.fromEntries(labels)).toEqual({
      en: 'Vacancy Status',
      sv: 'Status för rekryteringsprojektet',
      da: 'Status for projektet',
      nl: 'Status sollicitatie',
      nb: 'Status for prosjektet',
    });
    expect(JSON.stringify(catalogues.sv)).not.toContain('Vidare åtgärder');
  });

  it('R95, R96, R98, T4, T7: the calendar speaks EasyCruit’s words', () => {
    const words = LANGUAGES.map((language) => {
      const { calendar, common, shell } = catalogues[language];
      const answers = [common.answerAccepted, common.answerNotAccepted, common.answerNewTime, common.answerAwaiting];
      return [language, [shell.calendar, calendar.activity, calendar.accTime, calendar.selectActivity, ...answers]];
    });
    expect(Object.fromEntries(words)).toEqual(T4);
  });

  it.each(LANGUAGES)(
    'T3, T6, T7: pages, tabs, sections, fields and buttons bear EasyCruit’s names in %s',
    (language) => {
      const { applications, dossier, shell, home, progress, deleted, panel } = catalogues[language];
      const pages = [applications.handling, dossier.applicationAndCv, applications.all, applications.overview];
      const homes = [shell.vacancyList, shell.cvDatabase, shell.deletedApplications, shell.employees, home.reports];
      const sections = [applications.pending, applications.ranking, applications.processed, applications.saved];
      const inDossier = [dossier.activities, dossier.documentsNotes];
      const reject = [progress.rejectType, progress.rejectReason, dossier.jobOfferSent];
      const forward = [progress.withholdPersonal, progress.withoutFiles];
      const remove = [deleted.restore, deleted.deletePermanently, dossier.deleteCandidate, progress.transferCopy];
      const filters = [deleted.selectVacancy, deleted.selectPeriod];
      const review = [progress.panelNoRating, progress.panelNoComments, panel.pending];
      const words = [
        ...pages,
        ...homes,
        ...sections,
        ...inDossier,
        ...reject,
        ...forward,
        ...remove,
        ...filters,
        ...review,
      ];
      expect(words).toEqual(T3_T6_T7[language].split('|'));
    },
  );

  it.each(LANGUAGES)('R8: every action has a help text of its own in %s', (language) => {
    const { actions } = catalogues[language].progress;
    const helps = PROGRESS_ACTIONS.map((id) => actions[id].help);
    expect(new Set(helps).size).toBe(PROGRESS_ACTIONS.length);
    for (const help of helps) expect(help.length).toBeGreaterThan(20);
  });
});

it('C10: in Dutch the calendar is called Interviews, and a contract is drawn up and sent', () => {
  expect(catalogues.nl.shell.calendar).toBe('Interviews');
  expect(catalogues.nl.progress.actions['employment-contract'].name).toBe('Arbeidsovereenkomst opmaken & verzenden');
});

/** Each text with its key, `area.name` or deeper. */
function textsOf(words: object, path = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return textsOf(value, `${path}${name}.`);
    return [[`${path}${name}`, String(value)] as const];
  });
}

it('in Dutch the screen says u, as EasyCruit does; only what candidates read may say je', () => {
  const toCandidates = /^(mail|capture\.notice|data\.copy|templates\.reminderText|pages\.(?:reply|my))\./;
  const familiar = textsOf(catalogues.nl).filter(
    ([key, text]) => !toCandidates.test(key) && /\b(je|jij|jou|jouwe?|jezelf|jullie)\b/i.test(text),
  );
  expect(familiar).toEqual([]);
});
