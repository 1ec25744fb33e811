import { createHashHistory, createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { MailTemplateSchema } from '../../shared/i18n/shipped-mail-text.js';
import {
  ApplicationIdSchema,
  ContractTemplateIdSchema,
  FairIdSchema,
  LanguageSchema,
  VacancyIdSchema,
  type Language,
  type VacancyId,
} from '../../shared/records/primitives.js';
import { ApplicationHandlingPage } from '../features/applications/application-handling-page.js';
import { PanelReviewsPage } from '../features/applications/panel-reviews-page.js';
import { readSectionSearch } from '../features/applications/sections.js';
import { CvDatabasePage } from '../features/cv-database/cv-database-page.js';
import { DeletedApplicationsPage } from '../features/deleted-applications/deleted-applications-page.js';
import { DuplicatesPage } from '../features/duplicates/duplicates-page.js';
import { EmployeeListPage } from '../features/employees/employee-list-page.js';
import { EmployeePage } from '../features/employees/employee-page.js';
import { FairListPage } from '../features/fairs/fair-list-page.js';
import { HomePage } from '../features/home/home-page.js';
import { LettersPage } from '../features/letters/letters-page.js';
import { OutboxPage } from '../features/outbox/outbox-page.js';
import { ToBeDeletedPage } from '../features/retention/to-be-deleted-page.js';
import { SearchPage } from '../features/search/search-page.js';
import { ContractTemplatePage } from '../features/settings/contract-template-page.js';
import { SettingsPage } from '../features/settings/settings-page.js';
import { TemplatesPage } from '../features/templates/templates-page.js';
import { VacancyListPage } from '../features/vacancies/vacancy-list-page.js';
import { AccountSettings } from './account-settings.js';
import { ServerSettings } from './server-settings.js';
import { calendarRoutes } from './calendar-routes.js';
import { dossierRoutes } from './dossier-routes.js';
import { faultName, FaultPage } from './fault-page.js';
import { GuardedCapture, GuardedFairForm, GuardedImport, GuardedVacancyForm } from './guarded-forms.js';
import { NotFoundPage } from './not-found-page.js';
import { reportRoutes } from './report-routes.js';
import { root, vacancyParams } from './root-route.js';
import { useDelivery } from '../data/use-delivery.js';
import { PageFor } from './page-for.js';
import { useOutbox } from './outbox-provider.js';

const page = { getParentRoute: () => root };

const home = createRoute({ ...page, path: '/', component: HomePage });
const vacancies = createRoute({ ...page, path: '/vacancies', component: VacancyListPage });
const newVacancy = createRoute({ ...page, path: '/vacancies/new', component: () => <GuardedVacancyForm id={null} /> });
const vacancy = createRoute({
  ...page,
  path: '/vacancies/$vacancyId',
  params: vacancyParams,
  validateSearch: readSectionSearch,
  component: function ApplicationHandling() {
    const { vacancyId } = vacancy.useParams();
    const { section = 'overview' } = vacancy.useSearch();
    return <ApplicationHandlingPage vacancyId={vacancyId} section={section} />;
  },
});
const panelReviews = createRoute({
  ...page,
  path: '/vacancies/$vacancyId/panel-review',
  params: vacancyParams,
  component: function CollaborativeRating() {
    const { vacancyId } = panelReviews.useParams();
    return <PanelReviewsPage key={vacancyId} vacancyId={vacancyId} />;
  },
});
const editVacancy = createRoute({
  ...page,
  path: '/vacancies/$vacancyId/edit',
  params: vacancyParams,
  component: function EditVacancy() {
    const { vacancyId } = editVacancy.useParams();
    return <GuardedVacancyForm id={vacancyId} />;
  },
});
const capture = createRoute({ ...page, path: '/capture', component: GuardedCapture });
const importing = createRoute({
  ...page,
  path: '/import',
  validateSearch: ({ vacancy: from }: Record<string, unknown>): { vacancy?: VacancyId } => {
    const read = VacancyIdSchema.safeParse(from);
    return read.success ? { vacancy: read.data } : {};
  },
  component: function Import() {
    return <GuardedImport vacancyId={importing.useSearch().vacancy ?? null} />;
  },
});
const outbox = createRoute({
  ...page,
  path: '/outbox',
  component: function OutboxOfThisLaptop() {
    const engine = useOutbox();
    const { status, sms: smsStatus } = useDelivery();
    return (
      <OutboxPage
        status={status}
        smsStatus={smsStatus}
        onTryNow={() => {
          engine.resume();
        }}
      />
    );
  },
});
const database = createRoute({ ...page, path: '/cv-database', component: CvDatabasePage });
const duplicates = createRoute({
  ...page,
  path: '/duplicates',
  component: () => (
    <PageFor right="add-candidates">
      <DuplicatesPage />
    </PageFor>
  ),
});
const letters = createRoute({ ...page, path: '/outbox/letters', component: LettersPage });
const deleted = createRoute({ ...page, path: '/deleted', component: DeletedApplicationsPage });
const toBeDeleted = createRoute({
  ...page,
  path: '/to-be-deleted',
  component: () => (
    <PageFor right="deleted-applications">
      <ToBeDeletedPage />
    </PageFor>
  ),
});
const employees = createRoute({ ...page, path: '/employees', component: EmployeeListPage });
const employee = createRoute({
  ...page,
  path: '/employees/$applicationId',
  params: {
    parse: ({ applicationId }: { applicationId: string }) => ({
      applicationId: ApplicationIdSchema.parse(applicationId),
    }),
  },
  component: function Employee() {
    const { applicationId } = employee.useParams();
    return <EmployeePage key={applicationId} id={applicationId} />;
  },
});
const search = createRoute({ ...page, path: '/search', component: SearchPage });
const fairs = createRoute({ ...page, path: '/fairs', component: FairListPage });
const newFair = createRoute({ ...page, path: '/fairs/new', component: () => <GuardedFairForm id={null} /> });
const editFair = createRoute({
  ...page,
  path: '/fairs/$fairId',
  params: { parse: ({ fairId }: { fairId: string }) => ({ fairId: FairIdSchema.parse(fairId) }) },
  component: function EditFair() {
    const { fairId } = editFair.useParams();
    return <GuardedFairForm id={fairId} />;
  },
});
const templates = createRoute({ ...page, path: '/templates', component: () => <TemplatesPage shown={null} /> });
const template = createRoute({
  ...page,
  path: '/templates/$purpose/$language',
  params: {
    parse: ({ purpose, language }: { purpose: string; language: string }) => ({
      purpose: MailTemplateSchema.parse(purpose),
      language: LanguageSchema.parse(language),
    }),
  },
  validateSearch: ({ department }: Record<string, unknown>): { department?: string } =>
    typeof department === 'string' && department !== '' ? { department } : {},
  component: function Template() {
    const { department } = template.useSearch();
    return <TemplatesPage shown={template.useParams()} department={department} />;
  },
});
const settings = createRoute({
  ...page,
  path: '/settings',
  component: () => <SettingsPage section="organisation" />,
});
const recruiters = createRoute({
  ...page,
  path: '/settings/recruiters',
  component: () => <SettingsPage section="recruiters" />,
});
const contracts = createRoute({
  ...page,
  path: '/settings/contracts',
  component: () => <SettingsPage section="contracts" />,
});
const newContractTemplate = createRoute({
  ...page,
  path: '/settings/contracts/new',
  validateSearch: ({ language }: Record<string, unknown>): { language?: Language } => {
    const read = LanguageSchema.safeParse(language);
    return read.success ? { language: read.data } : {};
  },
  component: function NewContractTemplate() {
    const { language = 'en' } = newContractTemplate.useSearch();
    return <ContractTemplatePage key={language} id={null} language={language} />;
  },
});
const contractTemplate = createRoute({
  ...page,
  path: '/settings/contracts/$templateId',
  params: {
    parse: ({ templateId }: { templateId: string }) => ({ templateId: ContractTemplateIdSchema.parse(templateId) }),
  },
  component: function EditContractTemplate() {
    const { templateId } = contractTemplate.useParams();
    return <ContractTemplatePage key={templateId} id={templateId} language="en" />;
  },
});
const reasons = createRoute({
  ...page,
  path: '/settings/reasons',
  component: () => <SettingsPage section="reasons" />,
});
const steps = createRoute({ ...page, path: '/settings/steps', component: () => <SettingsPage section="steps" /> });
const mail = createRoute({ ...page, path: '/settings/mail', component: () => <AccountSettings section="mail" /> });
const sms = createRoute({ ...page, path: '/settings/sms', component: () => <AccountSettings section="sms" /> });
const server = createRoute({ ...page, path: '/settings/server', component: ServerSettings });
const laptop = createRoute({ ...page, path: '/settings/laptop', component: () => <SettingsPage section="laptop" /> });
const data = createRoute({ ...page, path: '/settings/data', component: () => <SettingsPage section="data" /> });
const demo = createRoute({ ...page, path: '/settings/demo', component: () => <SettingsPage section="demo" /> });

const routeTree = root.addChildren([
  home,
  vacancies,
  newVacancy,
  vacancy,
  panelReviews,
  editVacancy,
  ...dossierRoutes,
  ...calendarRoutes,
  capture,
  importing,
  outbox,
  database,
  duplicates,
  letters,
  deleted,
  toBeDeleted,
  employees,
  employee,
  search,
  ...reportRoutes,
  fairs,
  newFair,
  editFair,
  templates,
  template,
  settings,
  recruiters,
  contracts,
  newContractTemplate,
  contractTemplate,
  reasons,
  steps,
  mail,
  sms,
  server,
  laptop,
  data,
  demo,
]);

/** The pages by address. Hash history: the same in `app://` and over loopback. Addresses carry ids only. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: ({ error }: ErrorComponentProps) => <FaultPage name={faultName(error)} />,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
