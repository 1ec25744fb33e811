import { z } from 'zod';
import { Application, ApplicationEvent } from './application.js';
import { Appointment, AppointmentEvent } from './appointment.js';
import { ContractTag, ContractTemplate } from './contract.js';
import { Document } from './document.js';
import { Fair } from './fair.js';
import { Interview, InterviewEvent } from './interview.js';
import { Letter, LetterEvent } from './letter.js';
import { MailTemplate } from './mail-template.js';
import { Message, MessageEvent } from './message.js';
import { Organisation } from './organisation.js';
import { PanelReview } from './panel-review.js';
import { Person, PersonEvent } from './person.js';
import { Recruiter } from './recruiter.js';
import { SavedSearch } from './saved-search.js';
import { Vacancy } from './vacancy.js';

/** Every kind of record, once: what its fields hold and which events it collects. */
export const tables = {
  organisation: { fields: Organisation, events: z.never() },
  recruiter: { fields: Recruiter, events: z.never() },
  fair: { fields: Fair, events: z.never() },
  vacancy: { fields: Vacancy, events: z.never() },
  contractTemplate: { fields: ContractTemplate, events: z.never() },
  contractTag: { fields: ContractTag, events: z.never() },
  savedSearch: { fields: SavedSearch, events: z.never() },
  mailTemplate: { fields: MailTemplate, events: z.never() },
  person: { fields: Person, events: PersonEvent },
  application: { fields: Application, events: ApplicationEvent },
  document: { fields: Document, events: z.never() },
  interview: { fields: Interview, events: InterviewEvent },
  appointment: { fields: Appointment, events: AppointmentEvent },
  panelReview: { fields: PanelReview, events: z.never() },
  message: { fields: Message, events: MessageEvent },
  letter: { fields: Letter, events: LetterEvent },
} as const;

export type Table = keyof typeof tables;
export const TABLES = Object.keys(tables) as readonly Table[];

export type FieldsOf<T extends Table> = z.infer<(typeof tables)[T]['fields']>;
export type EventOf<T extends Table> = z.infer<(typeof tables)[T]['events']>;
