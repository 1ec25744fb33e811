import { ExportSection } from './export-section.js';
import classes from './export-section.module.css';
import { ReadExportSection } from './read-export-section.js';

/** What leaves as one file, and the way back. */
export function DataSection() {
  return (
    <div className={classes['sections']}>
      <ExportSection />
      <ReadExportSection />
    </div>
  );
}
