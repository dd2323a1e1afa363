/** Methods on any CSV: the public entry of the room behind `scrutineer analyse`. */
export { analyse, columnsOf, explain, fileOptions, listMethods, type AnalyseResult } from './analyse.ts';
export type { GivenOptions } from './options.ts';
export type { AboutMethod } from '../statistics/about/about.ts';
