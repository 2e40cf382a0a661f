import { rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { echo } from '../foundation/text.ts';
import { waitForAnswer } from './answering.ts';
import { containerFor, containerName, NEO4J_IMAGE } from './container-definition.ts';
import { LocalContainer } from './local-container.ts';
import { ensurePassword, type Place, readPassword } from './place.ts';
import { memoryFor } from './server-settings.ts';
import type { LauncherSettings } from './settings.ts';
import { unavailable } from './unavailable.ts';
import type { Found, GraphAddress, LocalWay, Report } from './way.ts';

const ENGINE_ANSWERS_WITHIN_MS = 5_000;
const STOP_WITHIN_MS = 60_000;
const BOLT = '7687/tcp';
const MEBIBYTE = 1024 ** 2;

/** A Neo4j in a Docker container. Loaded only where it may be needed: testcontainers takes a third of a second to load. */
export const dockerWay: LocalWay = { able: engineAnswers, find, start, stop, discard };
