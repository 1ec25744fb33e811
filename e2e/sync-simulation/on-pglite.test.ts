import { simulateOn } from './simulate.js';

simulateOn('pglite');
