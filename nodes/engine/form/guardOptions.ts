/** Options of sends: what may keep a message from going out. */
import type { INodeProperties } from 'n8n-workflow';
import { cooldownSeconds, longestWaitSeconds } from '../words/limits';
import type { Vendor } from '../words/operation';

const number = (usual: number | '', minValue: number, maxValue?: number) => ({
	type: 'number' as const,
	typeOptions: { minValue, ...(maxValue === undefined ? {} : { maxValue }) },
	default: usual,
});

const countries = {
	type: 'multiOptions' as const,
	typeOptions: { loadOptionsMethod: 'getCountries' },
	default: [],
};

/** The guards, shown for the operations of a vendor that send a message. */
export function guardOptions({ operations }: Vendor): INodeProperties[] {
	const sends = operations.filter(({ effect }) => effect === 'message');
	const displayOptions = {
		show: {
			'/resource': [...new Set(sends.map(({ resource }) => resource.value))],
			'/operation': [...new Set(sends.map(({ value }) => value))],
		},
	};
	const guards: INodeProperties[] = [
		{
			displayName: 'Allowed Countries',
			name: 'allowedCountries',
			...countries,
			description:
				'Numbers of any other country get no message, nor does a number whose country is not certain. Email addresses pass. An expression gives two-letter codes, such as CN, GB.',
		},
		{
			displayName: 'Cooldown per Contact (Seconds)',
			name: 'cooldown',
			...number(cooldownSeconds.usual, cooldownSeconds.least, cooldownSeconds.most),
			description:
				"How long a contact gets no other message. Held by each n8n process for itself and forgotten when it ends; the vendor's own limit holds in any case.",
		},
		{
			displayName: 'Longest Wait for Contact (Seconds)',
			name: 'longestWait',
			...number(longestWaitSeconds.usual, longestWaitSeconds.least, longestWaitSeconds.most),
			description:
				'How long an item waits where its contact got a message too recently. Where more is left, it leaves by Retry Later with the seconds.',
		},
		{
			displayName: 'Most Messages per Run',
			name: 'mostMessages',
			...number('', 1),
			placeholder: 'e.g. 500',
			description: 'How many messages may go out in one run of this node. The items behind leave by Retry Later, unsent.',
		},
		{
			displayName: 'Send Once Key',
			name: 'sendOnceKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.orderId }}',
			description:
				"A message with a key that was used before is not sent, also after n8n was killed in the middle of a run. The last 10,000 keys of this node are kept in n8n's database as digests, recorded before the message and taken back where none went out. It is no lock: two workers that record at the very same moment may lose one of two keys. Without a key, what was sent is remembered for the execution alone, and lost when n8n is killed.",
		},
		{
			displayName: 'Stop After Consecutive Faults',
			name: 'stopAfterFaults',
			...number('', 1),
			placeholder: 'e.g. 5',
			description:
				'How many faults of the vendor or of the account, one behind the other, end the sending. The items behind leave by Retry Later, unsent.',
		},
	];
	return sends.length === 0 ? [] : guards.map((guard) => ({ ...guard, displayOptions }));
}
