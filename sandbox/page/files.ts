/** The inbox page: three files that a browser takes as they are. */
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';

/** Serves the page at `/`. */
export const pageFiles = (): RequestHandler =>
	express.static(join(__dirname, 'inbox'), { etag: false, lastModified: false, cacheControl: false });
