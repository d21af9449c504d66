/** What each command can write. */
export const REPORT_FORMATS = ['table', 'json', 'jsonl', 'csv', 'markdown'] as const;
export const BATCH_FORMATS = ['csv', 'json', 'jsonl', 'markdown'] as const;
export const SUMMARY_FORMATS = ['table', 'json'] as const;
export const EXPLANATION_FORMATS = ['text', 'json', 'markdown'] as const;
export const SCORE_FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export const LIST_FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export const TEMPLATE_FORMATS = ['csv', 'json'] as const;

/** `tidy`: one row a unit, period and metric. `wide`: one row a unit and period and a column a metric. */
export const CSV_LAYOUTS = ['tidy', 'wide'] as const;
export const TEMPLATE_LAYOUTS = ['wide', 'long'] as const;
export const TEMPLATE_SUBJECTS = ['input', 'pairs', 'framework', 'tally'] as const;

export const LIST_SUBJECTS = ['metrics', 'counts', 'standards', 'framework'] as const;
export const SCHEMA_SUBJECTS = [
  'input',
  'pairs',
  'output',
  'jsonl',
  'check',
  'compare',
  'compare-jsonl',
  'verify',
  'verify-jsonl',
  'score',
  'batch',
  'manifest',
  'framework',
  'config',
  'tally',
] as const;

/** How `check`, `verify` and `compare` can say what they found: to other programs, and in all ways. */
export const MACHINE_REPORTERS = ['junit', 'github', 'sarif', 'gitlab'] as const;
export const REPORTERS = ['text', 'json', ...MACHINE_REPORTERS, 'markdown'] as const;

export const TALLY_FORMATS = ['csv', 'json'] as const;

/** The commands that `tally` can hand its counts to. */
export const TALLY_NEXT = ['metrics', 'check'] as const;

export const CONFIG_FORMATS = ['text', 'json'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** What `verify` and `compare` can write: `text` is the table. */
export type OutputName = ReportFormat | ReporterName;
export type BatchFormat = (typeof BATCH_FORMATS)[number];
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];
export type ExplanationFormat = (typeof EXPLANATION_FORMATS)[number];
export type ScoreFormat = (typeof SCORE_FORMATS)[number];
export type ListFormat = (typeof LIST_FORMATS)[number];
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];
export type CsvLayout = (typeof CSV_LAYOUTS)[number];
export type TallyFormat = (typeof TALLY_FORMATS)[number];
export type TemplateSubject = (typeof TEMPLATE_SUBJECTS)[number];
export type TemplateLayout = (typeof TEMPLATE_LAYOUTS)[number];
export type ReporterName = (typeof REPORTERS)[number];
export type MachineReporterName = (typeof MACHINE_REPORTERS)[number];
export type ConfigFormat = (typeof CONFIG_FORMATS)[number];
export type ListSubject = (typeof LIST_SUBJECTS)[number];
export type SchemaSubject = (typeof SCHEMA_SUBJECTS)[number];

/** Rises when a field changes its meaning or goes; new fields leave it as it is. */
export const SCHEMA_VERSION = 1;
