/** Who publishes police workforce, use of force, and powers and procedures. */
export const HOME_OFFICE = {
  publisher: 'Home Office',
  licence: 'Open Government Licence v3.0',
} as const;
