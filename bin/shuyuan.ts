#!/usr/bin/env node
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { run } from '#src/cli/program.ts';

process.exitCode = await run(process.argv.slice(2), { schema, contextOf });
