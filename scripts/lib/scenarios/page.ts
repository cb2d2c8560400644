/** docs/reliability.md, as a run makes it. */
import { version } from '../../prepare/n8n';
import { thisMachine } from '../machine';
import type { Row } from './scenario';
import { describeRows } from './table';

const intro = `# Nothing lost, nothing sent twice

Made by \`npm run reliability\`, which runs every scenario below with a real n8n: first in one process with SQLite, then in
queue mode (one main process, one for webhooks, two workers, PostgreSQL, Redis; see [queue-mode.md](queue-mode.md)). The
clouds are those of the sandbox, which hold callers to the documented rates. Recipients come in through a webhook, and
both sides are counted for each recipient: what reached the cloud, and what n8n recorded in its executions.

| column | what it counts |
| --- | --- |
| items | recipients |
| requests | requests to the API that sends, whatever became of them |
| sent | recipients who got a message |
| outcomes | recipients with an outcome in n8n |
| doubles | recipients for whom was asked again when their message was out, whether the cloud sent another or its own limit held it back; the very same request again, which Alibaba Cloud takes once at the most, is none |
| lost | recipients of whom n8n has no outcome, or one that says nothing was sent when something was |
| refused as too fast | requests that the cloud refused for its rate; nothing was sent |
| seconds | from the first to the last message |

`;

/** The page. */
export function reliabilityPage(rows: readonly Row[]): string {
	const { at, description, load } = thisMachine();
	const taken = `Taken on ${at.slice(0, 10)} with n8n ${version} on ${description}; load at the end ${load.toFixed(1)}.`;
	return `${intro}${taken}\n\n${describeRows(rows).join('\n')}\n`;
}
