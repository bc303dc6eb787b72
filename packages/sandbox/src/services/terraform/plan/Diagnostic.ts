/** An error as Terraform reports it. */
export interface Diagnostic {
  summary: string;
  detail: string;
  /** Relative to the configuration's root. */
  file?: string;
  /** From 1. */
  line?: number;
  /** The source line. */
  code?: string;
  /** The block it stands in, e.g. `resource "aws_s3_bucket" "main"`. */
  context?: string;
}

/** Thrown where a configuration can't be planned. */
export class DiagnosticsError extends Error {
  name = 'DiagnosticsError';
  readonly diagnostics: Diagnostic[];

  constructor(...diagnostics: Diagnostic[]) {
    super(diagnostics.map(d => d.summary).join('; '));
    this.diagnostics = diagnostics;
  }
}

/** The frame in which Terraform prints an error, in red for a terminal. */
export function renderDiagnostic(diagnostic: Diagnostic): string[] {
  const { summary, detail, file, line, code, context } = diagnostic;
  const bar = '\u001b[31m│\u001b[0m ';
  const lines = [
    '\u001b[31m╷\u001b[0m',
    `${bar}\u001b[1m\u001b[31mError: \u001b[0m\u001b[1m${summary}\u001b[0m`,
    bar,
  ];
  if (file) {
    const where = context ? `, in ${context}` : '';
    lines.push(`${bar}  on ${file} line ${line ?? 1}${where}:`);
    if (code) lines.push(`${bar}  ${String(line).padStart(3)}: ${code}`);
    lines.push(bar);
  }
  lines.push(...detail.split('\n').map(text => bar + text));
  return [...lines, '\u001b[31m╵\u001b[0m'];
}

/** The same as a line of Terraform's machine-readable UI. */
export function diagnosticMessage(diagnostic: Diagnostic): object {
  const { summary, detail, file, line, code, context } = diagnostic;
  return {
    '@level': 'error',
    '@message': `Error: ${summary}`,
    type: 'diagnostic',
    diagnostic: {
      severity: 'error',
      summary,
      detail,
      ...(file
        ? {
            range: {
              filename: file,
              start: { line: line ?? 1, column: 1, byte: 0 },
              end: { line: line ?? 1, column: 1, byte: 0 },
            },
            snippet: {
              context: context ?? null, // as Terraform writes it
              code: code ?? '',
              start_line: line ?? 1,
              highlight_start_offset: 0,
              highlight_end_offset: code?.length ?? 0,
              values: [],
            },
          }
        : {}),
    },
  };
}
