/** Looks at the screen that is shown. */
export type Look = (screen: string) => Promise<void>;
