import { awesomeLint } from './awesome-lint.ts';
import { linkinator } from './linkinator.ts';
import { lychee } from './lychee.ts';
import { markdownLinkCheck } from './markdown-link-check.ts';
import type { OtherTool } from './tool.ts';

/** The tools that kempt can take over from. */
export const otherTools: readonly OtherTool[] = [awesomeLint, lychee, markdownLinkCheck, linkinator];
