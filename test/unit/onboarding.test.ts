/** The onboarding workflows as a builder finds them: one trigger, what to do then, and a message to the operator. */
import { behind, isNote, isTrigger, journeyOf, workflowFiles, workflowText } from '../support/workflowFiles';

const onboardings = workflowFiles.filter(([file]) => file.startsWith('onboard-')).map(([file, workflow]) => ({ file, workflow }));

test('there is one for each resource that a person can prove', () => {
	const proved = onboardings.map(({ workflow }) => workflow.nodes.filter(isTrigger).map((node) => journeyOf(node)?.resource).join());
	expect(proved.sort()).toEqual(['domainContact', 'driveAdministrator', 'partnerCustomer', 'ticketContact', 'whatsAppNumber']);
});

describe.each(onboardings)('$file', ({ file, workflow }) => {
	const { nodes, name } = workflow;
	const trigger = nodes.find(isTrigger)?.name ?? '';

	test('has five nodes at the most, its notes included', () => {
		expect(nodes.length).toBeLessThanOrEqual(5);
	});

	test('leads each output to a node of its own', () => {
		expect(behind(workflow, trigger, 0)).toEqual(['What to Do Then']);
		expect(behind(workflow, trigger, 1)).toEqual(['Message to Operator']);
		expect(Object.keys(workflow.connections)).toEqual([trigger]);
	});

	test('serves its pages under the name of its file', () => {
		expect(nodes.find(isTrigger)?.parameters['path']).toBe(file.replace('.json', ''));
		expect(name).toMatch(/^Onboard an? /);
	});

	test('says in its notes what to put in, what a real credential does, and that nobody is told by itself', () => {
		const notes = nodes.filter(isNote).flatMap(({ parameters }) => workflowText(parameters)).join('\n');
		for (const said of [`*${trigger}*`, '*What to Do Then*', '*Message to Operator*', 'Nobody is told by itself', 'With a credential of your own', 'Mask Contact']) {
			expect(notes).toContain(said);
		}
	});
});
