/** Where the project lives: addresses in messages, reports and the User-Agent are made from these. */
export const name = 'kempt';
export const version = '0.1.0';
export const homepage = 'https://github.com/kempt/kempt';

/** The JSON schema of a configuration file, for editors. */
export const schemaUrl = `${homepage}/raw/main/schema/config.schema.json`;

/** The page that explains a rule. */
export function docsUrl(ruleId: string): string {
  return `${homepage}/blob/main/docs/rules/${ruleId}.md`;
}

/** The page that explains a rule of remark-lint's. */
export function remarkLintUrl(id: string): string {
  return `https://github.com/remarkjs/remark-lint/tree/main/packages/remark-lint-${id}#readme`;
}
