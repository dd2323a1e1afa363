import { mopacPasReworked } from './mopac-pas/mopac-pas-reworked.ts';
import { mopacPas, mopacPasForce } from './mopac-pas/mopac-pas.ts';
import { mpsBoroughCrime } from './mps-borough-crime/mps-borough-crime.ts';
import { mpsHomicide } from './mps-homicide/mps-homicide.ts';
import { mpsMonthlyDashboard } from './mps-monthly-dashboard/mps-monthly-dashboard.ts';
import { onsPfaTables } from './ons-pfa-tables/ons-pfa-tables.ts';
import type { RowsSource } from './source.ts';

/** Every format that is read whole into rows. No two recognise the same file. */
export const rowsSources: readonly RowsSource[] = [
  mpsBoroughCrime,
  mpsMonthlyDashboard,
  mopacPas,
  mopacPasForce,
  mopacPasReworked,
  mpsHomicide,
  onsPfaTables,
];
