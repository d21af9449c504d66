import type { ReportFormat } from './formats.ts';
import type { Reporter, Surface } from './report.ts';

/** Loads the reporter of a format, and with it only the libraries that this one needs. */
export async function reporterOf(format: ReportFormat, surface: Surface): Promise<Reporter> {
  switch (format) {
    case 'table':
      return (await import('./table.ts')).tableReporter(surface);
    case 'json':
      return (await import('./json.ts')).writeJson;
    case 'jsonl':
      return (await import('./json.ts')).writeJsonLines;
    case 'csv':
      return (await import('./csv.ts')).writeCsv;
    case 'markdown':
      return (await import('./markdown.ts')).writeMarkdown;
  }
}
