import type { PanelContext } from '../../../shared/domain/panel-context.js';
import { hmacSha256, sha256Hex } from '../../data/hmac-sha256.js';
import type { Session } from '../../data/session.js';

/** What plans of panel reviews may know, as it stands at this moment. */
export function panelContext(session: Pick<Session, 'roster'>, seed: string): PanelContext {
  return {
    drawToken: (name) => base64Url(hmacSha256(seed, `panel ${name}`)),
    hash: sha256Hex,
    colleague: (id) => {
      const recruiter = session.roster.current().recruiters.get(id);
      return recruiter?.active === true ? recruiter : null;
    },
  };
}

/** RFC 4648 5, without padding, of hexadecimal digits. */
function base64Url(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
