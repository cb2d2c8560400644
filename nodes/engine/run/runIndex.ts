/** Which run of a node in its execution this is. */
import type { IExecuteFunctions } from 'n8n-workflow';

/** The run index, which grows with each turn of a loop and stays what it was where n8n repeats a run. */
export const runIndexOf = (context: IExecuteFunctions): string => String(context.getWorkflowDataProxy(0)['$runIndex']);
