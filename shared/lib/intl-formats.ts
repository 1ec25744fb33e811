/** The European form of each language: day before month, 24 hours. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** Making a formatter takes a hundred times as long as using it: each is made once. */
function once<Options, Format>(make: (language: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (language: string, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(localeOf(language), options);
    made.set(key, known);
    return known;
  };
}

export const dateFormat = once(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
export const numberFormat = once((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
export const listFormat = once((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
