import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run of tests with one line that a person, or a program, can read. A file that cannot be loaded counts as failed. */
export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const results = modules.flatMap((module) =>
      [...module.children.allTests()].map((each) => each.result().state),
    )
    const passed = results.filter((state) => state === 'passed').length
    const broken = modules.filter((module) => module.errors().length > 0).length
    const failed = results.filter((state) => state === 'failed').length + broken + unhandled.length
    console.log(`${passed} passed, ${failed} failed`)
  }
}
