export interface TestReport {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
  /** How many tests were skipped for each reason. */
  skips: Map<string, number>;
}
export function readReport(json: string | null, status: number, inCi: boolean): TestReport;
export function describeReport(total: Omit<TestReport, 'skipped'>): string;
