/** The machine on which figures were taken. */
import { cpus, loadavg, totalmem, type } from 'node:os';
import { version } from '../../prepare/n8n';

/** In one sentence: what figures of another machine are held against. */
export function describeMachine(): string {
	const [first] = cpus();
	const gigabytes = Math.round(totalmem() / 1e9);
	const busy = loadavg()[1]?.toFixed(1) ?? '';
	return `Taken on ${new Date().toISOString().slice(0, 10)} with n8n ${version} and Node.js ${process.versions.node} on ${type()}, ${String(cpus().length)} processors (${first?.model.trim() ?? 'unknown'}), ${String(gigabytes)} GB; load at the end ${busy}.`;
}
