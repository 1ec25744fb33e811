import { createContext, useContext, type ReactNode } from 'react';
import { invariant } from '../../shared/lib/assert.js';
import type { OpenMail } from './meeting.js';

const InterviewMailContext = createContext<OpenMail | null>(null);

/** `of` belongs to the feature that knows mails; dossier and calendar only use it. */
export function InterviewMailProvider({ of, children }: { readonly of: OpenMail; readonly children: ReactNode }) {
  return <InterviewMailContext value={of}>{children}</InterviewMailContext>;
}

/** Opens what writes the mails about an interview that is moved or cancelled. */
export function useOpenMail(): OpenMail {
  const openMail = useContext(InterviewMailContext);
  invariant(openMail !== null, 'useOpenMail needs an InterviewMailProvider above it');
  return openMail;
}
