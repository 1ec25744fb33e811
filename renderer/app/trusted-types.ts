interface PolicyRules {
  readonly createHTML: (text: string) => string;
  readonly createScript: (text: string) => string;
  readonly createScriptURL: (address: string) => string;
}

declare global {
  interface Window {
    /** Absent where the browser does not know Trusted Types; the content security policy then does without. */
    readonly trustedTypes?: { createPolicy(name: string, rules: PolicyRules): unknown };
  }
}

/**
 * What may become markup or code where a library hands the page a string (security.md 2): text without a tag, and
 * scripts of our own origin. Everything else throws, in both hosts, from the first screen on.
 */
export function trustedTypeRules(origin: string): PolicyRules {
  return {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('markup made from text');
      return text;
    },
    createScript() {
      throw new TypeError('code made from text');
    },
    createScriptURL(address) {
      if (new URL(address, origin).origin !== origin) throw new TypeError('script of another origin');
      return address;
    },
  };
}

/** Installs the policy under the one name that the content security policy allows us. */
export function installTrustedTypes(): void {
  window.trustedTypes?.createPolicy('default', trustedTypeRules(window.location.origin));
}
