import type { RecruiterId } from '../records/primitives.js';
import type { Recruiter } from '../records/recruiter.js';

/** Somebody who works here; `departments` is empty where it is all of them. */
export type Colleague = Pick<Recruiter, 'name' | 'email' | 'departments'>;

/** What links to pages of the server are made of. */
export interface PageLinks {
  /** 256 random bits as base64url; the same for one name while a form is open, so that a plan made again is the same. */
  readonly drawToken: (name: string) => string;
  /** SHA-256 (FIPS 180-4) in hexadecimal. */
  readonly hash: (text: string) => string;
}

/** What plans of panel reviews may know besides. */
export interface PanelContext extends PageLinks {
  /** Null for somebody who works here no longer. */
  colleague(id: RecruiterId): Colleague | null;
}
