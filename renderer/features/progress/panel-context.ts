import type { PanelContext } from '../../../shared/domain/panel-context.js';
import type { Session } from '../../data/session.js';
import { pageLinks } from './page-links.js';

/** What plans of panel reviews may know, as it stands at this moment. */
export function panelContext(session: Pick<Session, 'roster'>, seed: string): PanelContext {
  return {
    ...pageLinks(seed),
    colleague: (id) => {
      const recruiter = session.roster.current().recruiters.get(id);
      return recruiter?.active === true ? recruiter : null;
    },
  };
}
