import { areaLookups } from './area-lookups/area-lookups.ts';
import { authorityTopojson } from './boundaries/authority-topojson.ts';
import { shapefileSources } from './boundaries/area-shapefile.ts';
import { wardGeojson, wardTopojson } from './boundaries/ward-boundaries.ts';
import { mpsBoroughCrimeLong } from './mps-borough-crime-long/mps-borough-crime-long.ts';
import { boundarySources } from './boundaries/boundaries.ts';
import { mopacPasReworked } from './mopac-pas/mopac-pas-reworked.ts';
import { mopacPas, mopacPasForce } from './mopac-pas/mopac-pas.ts';
import { mpsBoroughCrime } from './mps-borough-crime/mps-borough-crime.ts';
import { mpsHomicide } from './mps-homicide/mps-homicide.ts';
import { mpsMonthlyDashboard } from './mps-monthly-dashboard/mps-monthly-dashboard.ts';
import { mpsThoroughSearches } from './mps-thorough-searches/mps-thorough-searches.ts';
import { onsAreaLookups } from './ons-area-lookups/ons-area-lookups.ts';
import { onsPfaTables } from './ons-pfa-tables/ons-pfa-tables.ts';
import { boroughEarnings } from './cost-of-living/earnings.ts';
import { nomisClaimants } from './cost-of-living/nomis-claimants.ts';
import { nomisApi } from './cost-of-living/nomis-api.ts';
import { onsFigure } from './cost-of-living/ons-figure.ts';
import { onsTimeSeries } from './cost-of-living/ons-time-series.ts';
import { ethnicityFactsStopAndSearch } from './ethnicity-facts/stop-and-search.ts';
import { iopcDeaths } from './iopc-deaths/iopc-deaths.ts';
import { taserByForce, taserByYear, taserEarly, taserNational } from './home-office-taser/taser.ts';
import { workforceBulletin } from './home-office-workforce/bulletin.ts';
import { officersByYear } from './home-office-workforce/by-year.ts';
import { workforceOpenData } from './home-office-workforce/open-data.ts';
import { workforceTables } from './home-office-workforce/tables.ts';
import { useOfForceCsv, useOfForceWorkbook } from './home-office-use-of-force/use-of-force.ts';
import { outsideSeries } from './outside-series/outside-series.ts';
import { policeUkAvailability } from './police-uk-api/availability.ts';
import { policeUkApiCrimes } from './police-uk-api/crimes.ts';
import { policeUkApiStops } from './police-uk-api/stops.ts';
import { boroughPopulation } from './population/borough-population.ts';
import { census2011Ethnicity } from './population/census-2011-ethnicity.ts';
import { census2021 } from './population/census-2021.ts';
import { ethnicityComposition } from './population/ethnicity-composition.ts';
import { glaProjections } from './population/gla-projections.ts';
import { forcePopulation } from './population/force-population.ts';
import { lsoaPopulation } from './population/lsoa-population.ts';
import type { RowsSource } from './source.ts';

/** Every format that is read whole into rows. No two recognise the same file. */
export const rowsSources: readonly RowsSource[] = [
  mpsBoroughCrime,
  mpsMonthlyDashboard,
  mopacPas,
  mopacPasForce,
  mopacPasReworked,
  mpsHomicide,
  mpsThoroughSearches,
  onsPfaTables,
  forcePopulation,
  boroughPopulation,
  lsoaPopulation,
  census2011Ethnicity,
  census2021,
  ethnicityComposition,
  glaProjections,
  onsAreaLookups,
  ...boundarySources,
  ...shapefileSources,
  wardGeojson,
  wardTopojson,
  authorityTopojson,
  ...areaLookups,
  mpsBoroughCrimeLong,
  policeUkApiCrimes,
  policeUkApiStops,
  policeUkAvailability,
  ...outsideSeries,
  useOfForceWorkbook,
  useOfForceCsv,
  taserByForce,
  taserByYear,
  taserNational,
  taserEarly,
  workforceOpenData,
  workforceTables,
  workforceBulletin,
  officersByYear,
  ethnicityFactsStopAndSearch,
  iopcDeaths,
  onsTimeSeries,
  onsFigure,
  nomisClaimants,
  nomisApi,
  boroughEarnings,
];
