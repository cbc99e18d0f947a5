import { runAction } from './action/run-action.ts';
import { inProcess } from './cli/start.ts';

// One step of a workflow: what GitHub starts, bundled into one file.
void inProcess(runAction);
