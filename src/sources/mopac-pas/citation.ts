/** What all layouts of the Public Attitude Survey share. */
export const PAS_CITATION = {
  kind: 'rows',
  table: 'survey_estimate',
  publisher: "Mayor's Office for Policing and Crime (MOPAC)",
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/mopac-surveys',
} as const;

/**
 * Each published figure covers the twelve months that end on its date, although no file says so. We take it from the figures:
 * over all boroughs, the change from one quarter to the next is uncorrelated with the changes one to three quarters later
 * (0.0 to 0.2 for most questions) and correlated at −0.37 to −0.45 with the change four quarters later, as it must be where
 * each change is the newest quarter less the one that drops out (−0.5 in theory); single quarters would give −0.5 at
 * once and nothing at four. So neighbouring dates share nine months, and may not be tested as if they were independent.
 */
export const MONTHS_COVERED = 12;
