/** The sandbox from the command line: `tsx sandbox/main.ts`, port from SANDBOX_PORT, 8787 when left out. */
import { startSandbox } from './server';

const port = Number(process.env['SANDBOX_PORT'] ?? 8787);

async function main(): Promise<void> {
	const sandbox = await startSandbox({ port });
	process.stdout.write(`The clouds answer at ${sandbox.url}, which is the endpoint for credentials.\n`);
	process.stdout.write(`Inbox: ${sandbox.url}/\n`);
	const end = () => {
		void sandbox.close().then(() => { process.exit(0); });
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
}

main().catch((reason: unknown) => {
	const inUse = reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE';
	const text = inUse
		? `Port ${String(port)} is taken. Stop what uses it, or choose another one with SANDBOX_PORT.`
		: String(reason);
	process.stderr.write(`The sandbox did not start: ${text}\n`);
	process.exit(1);
});
