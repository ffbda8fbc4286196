import { temporalCli, temporalTestServer } from '../folders.ts'
import { provideTools } from './tools.ts'

/**
 * Gives tests the paths of both servers' programs, TEMPORAL_TEST_SERVER (skips time) and TEMPORAL_CLI: a test file starts
 * its own, in 0.2 s, since skipped time is shared by all who use a server. The programs are small and need no Docker.
 */
export const setup = () => {
  provideTools('temporal', 'temporal-test-server')
  process.env['TEMPORAL_TEST_SERVER'] ??= temporalTestServer()
  process.env['TEMPORAL_CLI'] ??= temporalCli()
}
