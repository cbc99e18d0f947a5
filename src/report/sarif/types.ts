/** The part of SARIF 2.1.0 that is written. */
export interface SarifLog {
  $schema: string;
  version: '2.1.0';
  runs: SarifRun[];
}

export interface SarifRun {
  tool: {
    driver: {
      name: string;
      version: string;
      semanticVersion: string;
      informationUri: string;
      rules: SarifRule[];
    };
  };
  columnKind: 'utf16CodeUnits';
  artifacts: { location: { uri: string }; roles: ['analysisTarget'] }[];
  invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: SarifNotification[] }];
  results: SarifResult[];
}

export type SarifLevel = 'error' | 'warning' | 'note';

export interface SarifMessage {
  text: string;
}

export interface SarifRule {
  id: string;
  shortDescription?: SarifMessage;
  fullDescription?: SarifMessage;
  help?: SarifMessage & { markdown: string };
  helpUri?: string;
  defaultConfiguration: { enabled: boolean; level: SarifLevel };
  properties?: { tags: string[] };
}

export interface SarifNotification {
  level: SarifLevel;
  message: SarifMessage;
}

export interface SarifRegion {
  startLine: number;
  startColumn: number;
  endLine?: number;
  endColumn?: number;
}

export interface SarifLocation {
  id?: number;
  physicalLocation: { artifactLocation: { uri: string }; region?: SarifRegion };
  message?: SarifMessage;
}

export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: SarifLevel;
  message: SarifMessage;
  locations: SarifLocation[];
  relatedLocations?: SarifLocation[];
  partialFingerprints: Record<string, string>;
  fixes?: SarifFix[];
  properties?: { link: string };
}

export interface SarifFix {
  description: SarifMessage;
  artifactChanges: {
    artifactLocation: { uri: string };
    replacements: { deletedRegion: SarifRegion; insertedContent: SarifMessage }[];
  }[];
}
