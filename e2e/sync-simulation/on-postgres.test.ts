import { simulateOn } from './simulate.js';

simulateOn('postgres');
