import type { Consent } from '../../../../shared/domain/capture-notice.js';
import { foldText } from '../../../../shared/lib/fold-text.js';
import type {
  ApplicationStatus,
  Ranking,
  ReferenceCheck,
  RejectionStage,
} from '../../../../shared/records/application.js';
import type { Language } from '../../../../shared/records/primitives.js';
import type { OwnStep } from '../../../../shared/records/own-step.js';
import { testId } from '../../../../shared/testing/change-builders.js';
import type { ListedApplication } from '../sort-applications.js';

interface Sample {
  readonly name: string;
  readonly status?: ApplicationStatus;
  readonly language?: Language;
  readonly receivedAt?: number;
  readonly rating?: number | null;
  readonly ranking?: Ranking | null;
  readonly referenceCheck?: ReferenceCheck | null;
  readonly stage?: RejectionStage;
  readonly step?: OwnStep;
  readonly hasCv?: boolean;
  readonly consent?: Consent | null;
}

function row(sample: Sample, number: number): ListedApplication {
  const {
    name,
    status = 'new',
    language = 'sv',
    receivedAt = number,
    rating = null,
    ranking = null,
    referenceCheck = null,
    stage = null,
    step = null,
    hasCv = false,
    consent = { until: null },
  } = sample;
  const [givenName = '', familyName = ''] = name.split(' ');
  return {
    name,
    step,
    application: {
      id: testId(number),
      personId: testId(1000 + number),
      vacancyId: testId(1),
      receivedAt,
      since: receivedAt,
      employment: null,
      conflict: null,
      panelRatings: [],
      offeredAt: null,
      hiredAt: null,
      interviewType: null,
      rejectionStage: stage,
      rejectionReasonId: null,
      rejectedAt: null,
      invitedAt: {},
      ownStepId: step?.id ?? null,
      deletion: null,
      status,
      rating,
      ranking,
      referenceCheck,
    },
    person: {
      id: testId(1000 + number),
      kind: 'candidate',
      givenName,
      familyName,
      email: '',
      phone: '',
      postalAddress: '',
      retention: [],
      language,
      school: '',
      city: '',
      fairId: null,
      capturedAt: receivedAt,
      hasCv,
      cvIds: [],
      consent,
      databaseConsent: consent,
      demo: false,
      search: foldText(name),
      notSame: [],
      erasureAskedAt: null,
      merged: [],
    },
  };
}

/** Applicants of a list, each with an id after its place. */
export function rows(...samples: readonly Sample[]): readonly ListedApplication[] {
  return samples.map(row);
}

export function names(listed: readonly ListedApplication[]): readonly string[] {
  return listed.map(({ name }) => name);
}
