import type { Plan, Planning } from '../plan.ts';
import { planAddress, planNomis, planSeries } from './address.ts';
import { withUniqueNames } from './file-name.ts';
import { planGovUk } from './gov-uk.ts';
import { planDatastore } from './london-datastore.ts';
import { planOnsDataset } from './ons-dataset.ts';
import { planCrimes, planStops } from './police-uk-api.ts';
import { planArchive } from './police-uk-archive.ts';

/** Finds out which files a source consists of, by asking its publisher for no more than lists. @throws FetchError, UsageError */
export async function makePlan(planning: Planning): Promise<Plan> {
  const plan = await planOf(planning);
  return { ...plan, items: withUniqueNames(plan.items) };
}

async function planOf({ source, ...rest }: Planning): Promise<Plan> {
  switch (source.layout) {
    case 'police-uk-archive':
      return planArchive({ ...rest, source });
    case 'police-uk-stops':
      return planStops({ ...rest, source });
    case 'police-uk-crimes':
      return planCrimes({ ...rest, source });
    case 'address':
      return planAddress({ ...rest, source });
    case 'london-datastore':
      return planDatastore({ ...rest, source });
    case 'gov-uk':
      return planGovUk({ ...rest, source });
    case 'ons-dataset':
      return planOnsDataset({ ...rest, source });
    case 'ons-series':
      return planSeries({ ...rest, source });
    default:
      return planNomis({ ...rest, source });
  }
}
