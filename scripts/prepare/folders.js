/** Where things are kept: in the checkout, and once for all checkouts of a machine. */
const { homedir } = require('node:os');
const { join, resolve } = require('node:path');

/** The checkout. */
const root = resolve(__dirname, '..', '..');

/** What a checkout makes for itself and git does not keep. */
const checkoutCache = join(root, '.cache');

/** What all checkouts of this machine share: the real n8n and the browser. */
const machineCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-cloud-verification');

exports.checkoutCache = checkoutCache;
exports.machineCache = machineCache;
exports.root = root;
