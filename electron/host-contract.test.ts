import { startBuiltMain } from './testing/built-main.js';
import { startBuiltWebHost } from './testing/built-web-host.js';
import { startDirectHost } from './testing/direct-host.js';
import { describeHost } from './testing/host-contract.js';

describeHost('by its handlers alone', startDirectHost);
describeHost('through the built web host', startBuiltWebHost);
describeHost('through the built main and preload', (dataFolder) => startBuiltMain(dataFolder));
