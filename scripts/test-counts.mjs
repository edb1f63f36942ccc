// Counts the tests of a Vitest report so that nothing that went wrong is left out.

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestResult
 * @typedef {{ status: string, assertionResults: TestResult[] }} FileResult
 * @param {{ testResults: FileResult[] } | undefined} report Vitest's JSON report, if it wrote one
 * @param {number} exitCode of Vitest
 */
export function countTests(report, exitCode) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const states = file.assertionResults.map(({ status }) => status);
    const broken = states.filter((state) => state === 'failed').length;
    count.passed += states.filter((state) => state === 'passed').length;
    count.skipped += states.length - broken - states.filter((state) => state === 'passed').length;
    // A file that could not be loaded has no tests; it still failed.
    count.failed += file.status === 'failed' ? Math.max(broken, 1) : broken;
  }
  // A crash, an error outside any test, or no report at all.
  if (exitCode !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/**
 * The tests that failed and passed when they were tried again. They count as passed, and are named, because each of
 * them tells of something to mend.
 *
 * @param {{ testResults: FileResult[] } | undefined} report Vitest's JSON report, if it wrote one
 * @returns {string[]}
 */
export function unsteadyTests(report) {
  return (report?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `${fullName}\n  ${failureMessages[0].split('\n')[0]}`);
}
