/** A made-up London in the layouts of real publications, with truths hidden in it. */
export type { DemoPlan } from './demo-plan.ts';
export { ILLUSTRATIVE_DIR } from './world/illustrative-dir.ts';
export { writeDemoFiles, type DemoBatch, type DemoFiles } from './write-demo-files.ts';
