import { Ajv, type ValidateFunction } from 'ajv';

const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 1 } as const;

function closed(properties: Record<string, object>, required = Object.keys(properties)) {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** GitLab's Code Quality report, as its documentation describes it. */
export const isCodeQuality: ValidateFunction = ajv.compile({
  type: 'array',
  items: closed({
    description: text,
    check_name: text,
    fingerprint: { type: 'string', minLength: 1 },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: closed({ path: text, lines: closed({ begin: count, end: count }, ['begin']) }),
  }),
});

const position = closed({ line: count, column: count }, ['line']);
const range = closed({ start: position, end: position }, ['start']);
const severity = { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] };
const source = closed({ name: text, url: text }, ['name']);

/** `DiagnosticResult` of the Reviewdog Diagnostic Format, from its protocol definition. */
export const isDiagnosticResult: ValidateFunction = ajv.compile(
  closed(
    {
      source,
      severity,
      diagnostics: {
        type: 'array',
        items: closed(
          {
            message: text,
            location: closed({ path: text, range }, ['path']),
            severity,
            source,
            code: closed({ value: text, url: text }, ['value']),
            suggestions: { type: 'array', items: closed({ range, text }) },
            original_output: text,
          },
          ['message', 'location'],
        ),
      },
    },
    ['diagnostics'],
  ),
);
