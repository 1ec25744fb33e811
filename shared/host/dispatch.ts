import { failure, success, type Result } from '../lib/result.js';
import { CHANNELS, contract, type Channel, type OutputOf, type ParsedInputOf } from './contract.js';
import type { HostErrorCode } from './errors.js';

/** What a host implements: one function a call, answering a value or an expected failure. */
export type Handlers = {
  readonly [C in Channel]: (input: ParsedInputOf<C>) => Promise<Result<OutputOf<C>, HostErrorCode>>;
};

/** Told of faults, by channel and without input: nothing personal may reach a log. */
export type ReportFault = (channel: string, error: unknown) => void;

/**
 * The only place where `unknown` from the renderer becomes a type. Validates what comes in and what goes out; a throw
 * becomes `host/fault`, so that nothing but a `Result` crosses the border.
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  raw: unknown,
  report: ReportFault,
): Promise<Result<unknown, HostErrorCode>> {
  if (!isChannel(channel)) return failure('host/invalid-input', 'unknown call');
  return await run(handlers, channel, raw, report);
}

async function run<C extends Channel>(
  handlers: Handlers,
  channel: C,
  raw: unknown,
  report: ReportFault,
): Promise<Result<OutputOf<C>, HostErrorCode>> {
  const { input, output } = contract[channel];
  const parsed = input.safeParse(raw);
  if (!parsed.success)
    return failure('host/invalid-input', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
  try {
    const answer = await handlers[channel](parsed.data as ParsedInputOf<C>);
    if (!answer.ok) return answer;
    return success(output.parse(answer.value) as OutputOf<C>);
  } catch (error) {
    report(channel, error);
    return failure('host/fault');
  }
}

function isChannel(channel: string): channel is Channel {
  return (CHANNELS as readonly string[]).includes(channel);
}
