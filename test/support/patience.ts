/** A test in n8n's editor gets more time than one page of it. Set here, because jest takes no `testTimeout` of a project. */
jest.setTimeout(120_000);
