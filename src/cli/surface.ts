import type { CsvLayout } from '../report/formats.ts';
import type { Surface } from '../report/report.ts';
import { colourLevel, type Host, needsAscii } from './host.ts';
import type { CommonOptions } from './options.ts';

/** What a reporter has to know of where it writes. A file is no terminal. */
export function surfaceOf(
  { color, ascii, output, layout }: CommonOptions & { readonly layout?: CsvLayout },
  host: Host,
): Surface {
  const isTerminal = output === undefined && host.stdout.isTTY === true;
  return {
    // A terminal that does not know its width says 0.
    columns: isTerminal ? host.stdout.columns || 80 : null,
    ascii: ascii === true || (isTerminal && needsAscii(host)),
    colour: output === undefined ? colourLevel(color, host.environment, isTerminal) : 0,
    csvLayout: layout ?? 'tidy',
  };
}
