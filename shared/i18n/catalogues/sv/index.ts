import common from './common.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import fairs from './fairs.json' with { type: 'json' };
import vacancies from './vacancies.json' with { type: 'json' };
import capture from './capture.json' with { type: 'json' };
import imported from './import.json' with { type: 'json' };
import applications from './applications.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import slots from './slots.json' with { type: 'json' };
import interview from './interview.json' with { type: 'json' };
import answers from './answers.json' with { type: 'json' };
import progress from './progress.json' with { type: 'json' };
import database from './database.json' with { type: 'json' };
import deleted from './deleted.json' with { type: 'json' };
import duplicates from './duplicates.json' with { type: 'json' };
import panel from './panel.json' with { type: 'json' };
import dossier from './dossier.json' with { type: 'json' };
import retention from './retention.json' with { type: 'json' };
import employees from './employees.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import letters from './letters.json' with { type: 'json' };
import outbox from './outbox.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import data from './data.json' with { type: 'json' };
import demo from './demo.json' with { type: 'json' };
import errors from './errors.json' with { type: 'json' };
import templates from './templates.json' with { type: 'json' };
import sync from './sync.json' with { type: 'json' };
import pages from './pages.json' with { type: 'json' };
import editor from './editor.json' with { type: 'json' };
import mail from './mail.json' with { type: 'json' };

export const sv = {
  common,
  shell,
  home,
  fairs,
  vacancies,
  capture,
  import: imported,
  applications,
  calendar,
  slots,
  interview,
  answers,
  progress,
  database,
  deleted,
  duplicates,
  panel,
  dossier,
  retention,
  employees,
  search,
  reports,
  letters,
  outbox,
  settings,
  data,
  demo,
  errors,
  templates,
  sync,
  pages,
  editor,
  mail,
};
