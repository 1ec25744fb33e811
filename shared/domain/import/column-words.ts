import type { ImportField } from './import-table.js';

/**
 * How columns are headed in the five languages and by Outlook and Google, folded and without anything but letters and digits;
 * of several columns for one field the one that stands first here is taken. The mobile comes before any other number.
 */
export const COLUMN_WORDS: Readonly<Record<ImportField, readonly string[]>> = {
  givenName: words(`givenname firstname forename given first fornamn tilltalsnamn fornavn voornaam roepnaam`),
  familyName: words(
    `familyname surname lastname family last efternamn slaktnamn efternavn etternavn achternaam familienaam`,
  ),
  fullName: words(
    `fullname name displayname candidate applicant namn heltnamn fulltnamn kandidat sokande navn fuldenavn fuldtnavn
     fulltnavn fullnavn fullstandigtnamn ansoger soker jobbsoker naam volledigenaam kandidaat sollicitant`,
  ),
  email: words(
    `email emailaddress mail mailaddress email1value emailhome homeemail epost epostadress epostadresse mejl mejladress
     mailadress mailadresse emailadresse emailadres mailadres emailprivat epostprivat`,
  ),
  phone: words(
    `mobile mobilephone mobilenumber cell cellphone mobil mobiltelefon mobilnummer mobiltlf mobieltelefoon mobielnummer
     mobiel gsm phone phonenumber telephone telephonenumber tel tlf telefon telefonnummer telefonnr tlfnr telefoon
     telefoonnummer telefoonnr phone1value primaryphone homephone hemtelefon bostadtelefon hjemmetelefon telefoonthuis
     privattelefon businessphone`,
  ),
  school: words(
    `school university college education study studies programme program schoolandprogramme skola larosate universitet
     hogskola utbildning skolaochutbildning skole laerested uddannelse uddannelsessted utdanning universiteit
     hogeschool opleiding onderwijsinstelling studie skolaochprogram uddannelsesstedoguddannelse skoleogstudieprogram schoolenopleiding`,
  ),
  street: words(
    `street address streetaddress homestreet postaladdress homeaddress address1 adress gatuadress postadress gata adressrad1
     adresse gadeadresse gateadresse vej gade postadresse adres straat straatennummer postadres huisadres`,
  ),
  postcode: words(
    `postcode postalcode zip zipcode homepostalcode postnummer postnr postcodeziphome postkode adresspostnummer`,
  ),
  city: words(
    `city town place homecity stad ort postort bostadsort by sted poststed bosted plaats woonplaats stadsnaam`,
  ),
  country: words(`country homecountry homecountryregion countryregion land landregio region`),
  language: words(
    `language lang maillanguage languageofemails correspondencelanguage sprak mejlsprak sprakiepost sprog mailsprog sprogiemails taal mailtaal taalvanemails`,
  ),
  note: words(
    `note notes comment comments remark remarks anteckning anteckningar kommentar kommentarer notering noter note notat
     notater bemaerkning bemaerkninger merknad opmerking opmerkingen notitie notities`,
  ),
};

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
