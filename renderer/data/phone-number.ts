import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString as parseMobileNumber } from 'libphonenumber-js/mobile';
import type { ReadPhone } from '../../shared/domain/contact-details.js';
import type { Language } from '../../shared/records/primitives.js';

const COUNTRY_OF_LANGUAGE: Readonly<Record<Language, CountryCode | null>> = {
  sv: 'SE',
  da: 'DK',
  nl: 'NL',
  nb: 'NO',
  en: null,
};
const COUNTRY_OF_ZONE: Readonly<Record<string, CountryCode>> = {
  'Europe/Stockholm': 'SE',
  'Europe/Copenhagen': 'DK',
  'Europe/Amsterdam': 'NL',
  'Europe/Oslo': 'NO',
  'Europe/Helsinki': 'FI',
  'Europe/Mariehamn': 'FI',
  'Europe/Brussels': 'BE',
  'Europe/Berlin': 'DE',
  'Europe/London': 'GB',
  'Atlantic/Reykjavik': 'IS',
  'Atlantic/Faroe': 'FO',
};

/**
 * Reads numbers as people write them down: with a country code as it is, without one as a number of the country of the
 * person's language, then of the organisation's zone. Null where neither makes it a valid number.
 */
export function phoneReader(zone: string): ReadPhone {
  return (text, language) => {
    for (const country of [COUNTRY_OF_LANGUAGE[language], COUNTRY_OF_ZONE[zone] ?? null, undefined]) {
      if (country === null) continue;
      const number = parsePhoneNumberFromString(text, country);
      // An extension is not part of E.164; dropping it would call somebody else.
      if (number?.isValid() === true && number.ext === undefined) return number.number;
    }
    return null;
  };
}

/** `+46 70 555 01 86` of an E.164 number; anything else as it stands. */
export function phoneForReading(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

/** R84: whether an SMS may reach this E.164 number: a mobile's, or one of a country whose numbers do not tell. */
export function isMobileNumber(phone: string): boolean {
  return parseMobileNumber(phone)?.isValid() === true;
}
