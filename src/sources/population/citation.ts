/** What all tables of the Office for National Statistics on people share. */
export const ONS_PEOPLE = {
  kind: 'rows',
  table: 'population',
  publisher: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
} as const;
