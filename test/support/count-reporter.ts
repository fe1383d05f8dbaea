import type { Reporter, TestModule } from 'vitest/node';

/** The last line of a run: `N passed, N failed`, and what was skipped. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string): number => states.filter((one) => one === state).length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    );
    const skipped = count('skipped');
    process.once('exit', () =>
      process.stdout.write(
        `${count('passed')} passed, ${count('failed') + broken.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
      ),
    );
  }
}
