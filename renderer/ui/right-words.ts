import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Right } from '../../shared/records/recruiter.js';

/** What each right allows, in words. */
export const RIGHT_WORDS = {
  administer: 'settings.rightAdminister',
  vacancies: 'settings.rightVacancies',
  'add-candidates': 'settings.rightAddCandidates',
  'documents-notes': 'settings.rightDocumentsNotes',
  'process-list': 'settings.rightProcessList',
  'all-other-applications': 'settings.rightAllOtherApplications',
  'own-other-applications': 'settings.rightOwnOtherApplications',
  'no-other-applications': 'settings.rightNoOtherApplications',
  'cv-search': 'settings.rightCvSearch',
  'invite-initial': 'common.interviewInitial',
  'invite-first-second': 'settings.rightInviteFirstSecond',
  'invite-third': 'common.interviewThird',
  reject: 'settings.rightReject',
  transfer: 'settings.rightTransfer',
  offer: 'settings.rightOffer',
  hire: 'settings.rightHire',
  employees: 'settings.rightEmployees',
  reports: 'settings.rightReports',
  delete: 'settings.rightDelete',
  'deleted-applications': 'settings.rightDeletedApplications',
  'send-email': 'settings.rightSendEmail',
  'send-sms': 'settings.rightSendSms',
} as const satisfies Record<Right, MessageKey>;
