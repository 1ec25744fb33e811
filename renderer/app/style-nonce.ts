import { setNonce } from 'get-nonce';

/** The nonce of this load, which the host wrote into the page; empty where nobody guards styles (a plain dev server). */
export function readStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Hands the nonce to libraries that insert styles on their own (the scroll lock of dialogs). */
export function shareStyleNonce(): void {
  setNonce(readStyleNonce());
}
