export type { Conditions } from './http/conditions.ts';
export { fetchSource, planFetch } from './fetch-source.ts';
export type { FetchOptions, FetchProgress, FetchReport } from './fetch-source.ts';
export type { Plan } from './plan.ts';
export { findFetch, loadPublishers, movedTo, type Publishers } from './publishers/publishers.ts';
